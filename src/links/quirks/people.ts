import {askedAs, oembed, type Quirk} from './quirk.ts'

const alike = 'answers programs alike whether there is anything or not'

// https://docs.discord.com/developers/resources/invite#get-invite: 404 with code 10006, "Unknown Invite".
const invitation = {
  because: 'Discord answers 200 for invitations that have expired',
  told: {404: {status: 'dead', reason: 'Discord knows no such invitation, or it has expired'}}
} as const satisfies Partial<Quirk>

const askDiscord = (code = ''): string => `https://discord.com/api/v10/invites/${code}`

/** Where people meet and talk. */
export const people: readonly Quirk[] = [
  {
    // https://developer.x.com/en/docs/x-api/v1/tweets/post-and-engage/api-reference/get-statuses-oembed: no key needed.
    // Its forerunner answered 404 for all on the day it was switched off (gohugoio/hugo#8130).
    hosts: ['x.com', 'twitter.com'],
    paths: /^\/\w+\/status(?:es)?\/\d/,
    because: `X ${alike}`,
    ask: ({pathname}) => oembed('https://publish.twitter.com/oembed')(new URL(pathname, 'https://twitter.com')),
    told: {
      403: {status: 'unsure', reason: 'X shows it to some only'},
      404: {status: 'unsure', reason: 'X seems to have it no more'}
    },
    examples: [
      {
        url: 'https://x.com/somebody/status/1?s=20',
        asks: 'https://publish.twitter.com/oembed?url=https%3A%2F%2Ftwitter.com%2Fsomebody%2Fstatus%2F1',
        answers: {200: 'alive', 403: 'unsure', 404: 'unsure'}
      }
    ]
  },
  {
    // lycheeverse/lychee#1147: 200 for what is not there; raviqqe/liche#48: 400 for what is.
    hosts: ['x.com', 'twitter.com'],
    paths: /^(?!\/\w+\/status(?:es)?\/\d)/,
    because: `X ${alike}`,
    blocks: [400],
    lies: [200, 404],
    examples: [{url: 'https://twitter.com/somebody', answers: {200: 'unsure', 400: 'unsure', 404: 'unsure'}}]
  },
  {
    // dkhamsing/awesome_bot#165, JustinBeckwith/linkinator#708
    hosts: ['linkedin.com'],
    because: 'LinkedIn answers programs with 999, or as if there were nothing',
    blocks: [999],
    lies: [404],
    examples: [{url: 'https://www.linkedin.com/in/somebody', answers: {999: 'unsure', 404: 'unsure', 200: undefined}}]
  },
  {
    // A form to log in, with 200, or 400 and 404 by the look of the browser.
    hosts: ['facebook.com', 'instagram.com', 'threads.net', 'threads.com'],
    because: `the host ${alike}`,
    blocks: [400],
    lies: [200, 404],
    examples: [{url: 'https://www.facebook.com/groups/a', answers: {200: 'unsure', 400: 'unsure', 404: 'unsure'}}]
  },
  {
    // lycheeverse/lychee-action#297
    hosts: ['reddit.com', 'redd.it'],
    because: 'Reddit turns programs away',
    blocks: [403, 429],
    examples: [{url: 'https://www.reddit.com/r/a/', answers: {403: 'unsure', 429: 'unsure', 404: undefined}}]
  },
  {
    ...invitation,
    hosts: ['discord.gg'],
    ask: askedAs(/^\/([\w-]+)/, askDiscord),
    witness: 'https://discord.gg/discord-developers',
    permalink: true,
    examples: [
      {
        url: 'https://discord.gg/abc',
        asks: 'https://discord.com/api/v10/invites/abc',
        answers: {200: 'alive', 404: 'dead', 403: 'unsure', 429: undefined}
      }
    ]
  },
  {
    ...invitation,
    hosts: ['discord.com', 'discordapp.com'],
    paths: /^\/invite\//,
    ask: askedAs(/^\/invite\/([\w-]+)/, askDiscord),
    witness: 'https://discord.com/invite/discord-developers',
    examples: [
      {url: 'https://discord.com/invite/abc', asks: 'https://discord.com/api/v10/invites/abc', answers: {404: 'dead'}}
    ]
  },
  {
    // https://docs.discord.com/developers/topics/rate-limits: too many refusals, and the address is banned.
    hosts: ['discord.com'],
    because: 'Discord bans who asks too often',
    pace: {atOnce: 1, gap: 500},
    examples: [{url: 'https://discord.com/api/v10/invites/abc'}]
  },
  {
    hosts: ['discord.com', 'discordapp.com'],
    paths: /^\/channels\//,
    because: `Discord ${alike}`,
    lies: [200],
    examples: [{url: 'https://discord.com/channels/1/2', answers: {200: 'unsure'}}]
  },
  {
    // Invitations expire, with 200: Soluto/kamus#357, ktbyers/netmiko#2841
    hosts: ['join.slack.com', 't.me', 'telegram.me', 'chat.whatsapp.com', 'wa.me', 'matrix.to', 'app.element.io'],
    because: `the host ${alike}`,
    lies: [200],
    permalink: true,
    examples: [
      {url: 'https://join.slack.com/t/a/shared_invite/zt-b', answers: {200: 'unsure', 404: undefined}},
      {url: 'https://matrix.to/#/#room:a.example', answers: {200: 'unsure'}}
    ]
  },
  {
    // Rooms became Matrix rooms in 2023, at addresses that are all in the fragment.
    hosts: ['gitter.im'],
    because: `Gitter ${alike}`,
    lies: [200],
    permalink: true,
    examples: [{url: 'https://gitter.im/owner/room', answers: {200: 'unsure', 404: undefined}}]
  },
  {
    // https://docs.bsky.app/docs/api/app-bsky-actor-get-profile: 400 for who is not there, and for whose account rests.
    hosts: ['bsky.app'],
    paths: /^\/profile\/[\w.:-]+\/?(?:\?|$)/,
    because: `Bluesky ${alike}`,
    ask: askedAs(
      /^\/profile\/([\w.:-]+)/,
      actor => `https://public.api.bsky.app/xrpc/app.bsky.actor.getProfile?actor=${actor}`
    ),
    examples: [
      {
        url: 'https://bsky.app/profile/somebody.example',
        asks: 'https://public.api.bsky.app/xrpc/app.bsky.actor.getProfile?actor=somebody.example',
        answers: {200: 'alive', 400: 'unsure'}
      }
    ]
  },
  {
    hosts: ['bsky.app'],
    paths: /^\/(?!profile\/[\w.:-]+\/?(?:\?|$))./,
    because: `Bluesky ${alike}`,
    lies: [200],
    examples: [{url: 'https://bsky.app/profile/somebody.example/post/1', answers: {200: 'unsure'}}]
  }
]
