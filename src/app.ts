import {serve} from './app/serve.ts'
import {UserError} from './document/error.ts'
import {printable} from './report/printable.ts'

const asked = new Promise(resolve => {
  process.once('SIGTERM', resolve)
  process.once('SIGINT', resolve)
})

try {
  await serve({env: process.env, cwd: process.cwd(), stdout: process.stdout, asked})
  process.exit(0)
} catch (error) {
  if (error instanceof UserError) {
    process.stderr.write(`awesome-doctor: ${printable(error.message)}\n`)
    process.exit(2)
  }
  console.error(error)
  process.exit(3)
}
