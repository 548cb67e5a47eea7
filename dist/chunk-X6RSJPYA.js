import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);
import{a}from"./chunk-L52AWJR2.js";import"./chunk-U2DKWD4E.js";import"./chunk-XKQNP7O5.js";import"./chunk-XDP5DNZL.js";import"./chunk-24U2LP7H.js";import"./chunk-PQ7M7EY4.js";function $(r){let{label:t,message:e,color:c}=a(r),i=g(t),n=g(e),l=i+n,o=(d,f,s)=>`<text x="${f+s/2}" y="14" textLength="${s-h}">${d}</text>`;return`<svg xmlns="http://www.w3.org/2000/svg" width="${l}" height="20" role="img" aria-label="${t}: ${e}">
  <title>${t}: ${e}</title>
  <clipPath id="round"><rect width="${l}" height="20" rx="3"/></clipPath>
  <g clip-path="url(#round)">
    <rect width="${i}" height="20" fill="#444"/>
    <rect x="${i}" width="${n}" height="20" fill="#${c}"/>
  </g>
  <g fill="#fff" text-anchor="middle" font-family="Verdana,Geneva,DejaVu Sans,sans-serif" font-size="11">
    ${o(t,0,i)}
    ${o(e,i,n)}
  </g>
</svg>
`}var h=12,g=r=>Array.from(r).reduce((t,e)=>t+(/[ijlt, ]/.test(e)?4:7),h);export{$ as default};
