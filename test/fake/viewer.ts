import {type Answer, type Call, ok, type RootRoute, refusal, required} from './route.ts'
import {showAccount} from './show.ts'

function get(call: Call): Answer {
  const viewer = required(call.viewer)
  // A bot has no user page: who wants to know its own login has to ask GraphQL.
  if (viewer.kind !== 'user') throw refusal(403, 'Resource not accessible by integration')
  return ok({
    ...showAccount(call.links, viewer.account),
    name: null,
    company: null,
    blog: '',
    location: null,
    email: null,
    hireable: null,
    bio: null,
    public_repos: 0,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: '2008-01-14T04:33:35Z',
    updated_at: '2008-01-14T04:33:35Z'
  })
}

/** The operations on whoever asks. */
export const viewerRoutes: readonly RootRoute[] = [{operation: 'users/get-authenticated', handle: get}]
