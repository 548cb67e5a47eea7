/** What the bundled packages take from undici, by way of Node's own copy. */
const {fetch, FormData, Headers, Request, Response} = globalThis

/** @actions/http-client passes these as dispatchers, for proxies alone; Node's global fetch knows proxies itself. */
class ProxyAgent {}
class Agent {}

export {Agent, FormData, fetch, Headers, ProxyAgent, Request, Response}
