// Loaded into a program before it starts: no measurement waits for the web.
globalThis.fetch = () => Promise.reject(new Error('There is no network here.'))
