// A thread that listens and then stands still, so that nobody accepts connections: Linux lets two into the queue (one
// more than it is told), and leaves all others without an answer.
import {type AddressInfo, connect, createServer} from 'node:net'
import {parentPort, workerData} from 'node:worker_threads'

const {gate, loopback} = workerData as {readonly gate: Int32Array; readonly loopback: string}
const server = createServer()
server.listen({port: 0, host: loopback, backlog: 1}, () => {
  const {port} = server.address() as AddressInfo
  connect(port, loopback)
  connect(port, loopback)
  // A connection is asked for in the next tick, and accepted in the next turn of the loop, which never comes.
  process.nextTick(() => {
    parentPort?.postMessage(port)
    Atomics.wait(gate, 0, 0)
    process.exit()
  })
})
