# The GitHub App. `dist/` has all that it needs, so that nothing is installed.
FROM node:24-slim
WORKDIR /app
COPY package.json LICENSE ./
COPY dist dist
RUN mkdir /state && chown node:node /state
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 STATE_DIR=/state
USER node
VOLUME /state
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=10s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ok}) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/app.js"]
