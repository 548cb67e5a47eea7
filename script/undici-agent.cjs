// What the link checker takes from undici: its entry would bring fetch, web sockets, caches and mocks along.
const Agent = require('undici/lib/dispatcher/agent')
const Dispatcher = require('undici/lib/dispatcher/dispatcher')

Object.assign(Dispatcher.prototype, {request: require('undici/lib/api/api-request')})

module.exports = {Agent}
