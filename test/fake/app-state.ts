import {createPublicKey, generateKeyPairSync, randomBytes, verify} from 'node:crypto'
import {refusal} from './route.ts'
import {type Account, account, type Permissions, type Viewer, type World} from './world.ts'

/** A place where an App is installed. */
export interface Installation {
  readonly id: number
  readonly account: Account
  readonly permissions: Permissions
  /** Full names. */
  readonly repositories: string[]
  suspendedAt: string | null
}

/** A GitHub App. */
export interface App {
  readonly id: number
  readonly slug: string
  readonly name: string
  readonly owner: Account
  readonly permissions: Permissions
  readonly events: readonly string[]
  /** In PEM, as GitHub gives it out. */
  readonly privateKey: string
  readonly webhookSecret: string
  readonly installations: Map<number, Installation>
  readonly createdAt: string
}

/** What an App is registered with. */
export interface AppOptions {
  readonly name: string
  readonly owner?: string
  readonly permissions: Permissions
  readonly events?: readonly string[]
}

let keys: {readonly privateKey: string} | undefined

/** Making a key takes a second at worst, and one is as good as another. */
function keyPair(): {readonly privateKey: string} {
  keys ??= generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: {type: 'spki', format: 'pem'},
    privateKeyEncoding: {type: 'pkcs1', format: 'pem'}
  })
  return keys
}

/** Registers an App. */
export function registerApp(world: World, {name, owner = 'octo-org', permissions, events = []}: AppOptions): App {
  const slug = name.toLowerCase().replace(/[^a-z\d]+/g, '-')
  const app: App = {
    id: world.nextId(),
    slug,
    name,
    owner: account(world, owner),
    permissions,
    events,
    privateKey: keyPair().privateKey,
    webhookSecret: randomBytes(20).toString('hex'),
    installations: new Map(),
    createdAt: world.now().toISOString()
  }
  account(world, `${slug}[bot]`)
  world.apps.set(app.id, app)
  return app
}

/** Who asks with a JSON Web Token, which only an App can make; with GitHub's refusals of those that are wrong. */
export function viewerOfJwt(world: World, token: string): Viewer {
  const [head = '', claims = '', signature = ''] = token.split('.')
  const {alg} = decoded(head)
  const {iss, iat, exp} = decoded(claims)
  const app = world.apps.get(Number(iss))
  if (!app) throw refusal(401, "'Issuer' claim ('iss') must be an Integer")
  const key = createPublicKey(app.privateKey)
  const isSigned = verify('RSA-SHA256', Buffer.from(`${head}.${claims}`), key, Buffer.from(signature, 'base64url'))
  if (alg !== 'RS256' || !isSigned) throw refusal(401, 'A JSON web token could not be decoded')
  const now = world.now().getTime() / 1000
  if (typeof iat !== 'number' || iat > now + 60)
    throw refusal(
      401,
      "'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued"
    )
  if (typeof exp !== 'number' || exp <= now)
    throw refusal(
      401,
      "'Expiration time' claim ('exp') must be a numeric value representing the future time at which the assertion expires"
    )
  if (exp > now + 600) throw refusal(401, "'Expiration time' claim ('exp') is too far in the future")
  return {kind: 'app', account: account(world, `${app.slug}[bot]`), permissions: {}, repositories: [], token, app}
}

function decoded(part: string): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>
  } catch {
    throw refusal(401, 'A JSON web token could not be decoded')
  }
}
