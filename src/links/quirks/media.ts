import {askedAs, oembed, type Quirk} from './quirk.ts'

/** Addresses of single videos and of lists of them. */
const onYouTube =
  /^\/(?:watch\/?\?(?:.*&)?v=|(?:shorts|embed|live|v|e)\/(?!videoseries))([\w-]{11})(?:[?&/#]|$)|^\/(?:playlist|embed\/videoseries)\?(?:.*&)?list=([\w-]{10,60})/

const askYouTube = (video = '', list = ''): string =>
  `https://www.youtube.com/oembed?format=json&url=${encodeURIComponent(
    video === '' ? `https://www.youtube.com/playlist?list=${list}` : `https://www.youtube.com/watch?v=${video}`
  )}`

const youTube = {
  because: 'YouTube answers 200 for videos that are gone',
  lies: [200],
  told: {
    // Embedding is switched off: TryGhost/Ghost#16374, extractus/oembed-extractor#168
    401: {status: 'alive'},
    // ruby-oembed/ruby-oembed#79
    403: {status: 'unsure', reason: 'YouTube keeps it private'},
    // mellowagain/pomu#9
    404: {status: 'dead', reason: 'YouTube has it no more'}
  }
} as const satisfies Partial<Quirk>

/** Sounds, videos and applications. */
export const media: readonly Quirk[] = [
  {
    ...youTube,
    hosts: ['youtube.com', 'youtube-nocookie.com'],
    paths: /^\/(?:watch|shorts|embed|live|v|e|playlist)(?:[/?]|$)/,
    ask: askedAs(onYouTube, askYouTube),
    witness: 'https://www.youtube.com/watch?v=jNQXAC9IVRw',
    examples: [
      {
        url: 'https://www.youtube.com/watch?v=aaaaaaaaaaa',
        asks: 'https://www.youtube.com/oembed?format=json&url=https%3A%2F%2Fwww.youtube.com%2Fwatch%3Fv%3Daaaaaaaaaaa',
        answers: {200: 'alive', 400: 'unsure', 401: 'alive', 403: 'unsure', 404: 'dead', 429: undefined, 500: undefined}
      },
      {
        url: 'https://m.youtube.com/watch?t=1&v=aaaaaaaaaaa&list=PLaaaaaaaaaa#t=10',
        asks: 'https://www.youtube.com/oembed?format=json&url=https%3A%2F%2Fwww.youtube.com%2Fwatch%3Fv%3Daaaaaaaaaaa'
      },
      {
        url: 'https://www.youtube-nocookie.com/embed/aaaaaaaaaaa?start=1',
        asks: 'https://www.youtube.com/oembed?format=json&url=https%3A%2F%2Fwww.youtube.com%2Fwatch%3Fv%3Daaaaaaaaaaa'
      },
      {
        url: 'https://www.youtube.com/playlist?list=PLaaaaaaaaaa',
        asks: 'https://www.youtube.com/oembed?format=json&url=https%3A%2F%2Fwww.youtube.com%2Fplaylist%3Flist%3DPLaaaaaaaaaa'
      },
      {url: 'https://www.youtube.com/watch?v=short', answers: {200: 'unsure', 404: undefined}}
    ]
  },
  {
    ...youTube,
    hosts: ['youtu.be'],
    ask: askedAs(/^\/([\w-]{11})(?:[?/]|$)/, askYouTube),
    witness: 'https://youtu.be/jNQXAC9IVRw',
    permalink: true,
    examples: [
      {
        url: 'https://youtu.be/aaaaaaaaaaa?si=x',
        asks: 'https://www.youtube.com/oembed?format=json&url=https%3A%2F%2Fwww.youtube.com%2Fwatch%3Fv%3Daaaaaaaaaaa',
        answers: {200: 'alive', 404: 'dead'}
      }
    ]
  },
  {
    // https://developer.vimeo.com/api/oembed/videos; 404 also for what only some may see (help.vimeo.com, article 12427906892689).
    hosts: ['vimeo.com'],
    paths: /^\/(?:channels\/[\w-]+\/|groups\/[\w-]+\/videos\/|video\/)?\d+(?:[/?]|$)/,
    because: 'Vimeo turns programs away, and tells only what all may see',
    ask: oembed('https://vimeo.com/api/oembed.json'),
    examples: [
      {
        url: 'https://vimeo.com/123456',
        asks: 'https://vimeo.com/api/oembed.json?url=https%3A%2F%2Fvimeo.com%2F123456',
        answers: {200: 'alive', 403: 'unsure', 404: 'unsure'}
      }
    ]
  },
  {
    // https://developers.soundcloud.com/docs/oembed
    hosts: ['soundcloud.com'],
    alone: true,
    paths: /^\/[\w-]+\/[\w-]/,
    because: 'SoundCloud turns programs away',
    ask: oembed('https://soundcloud.com/oembed?format=json'),
    examples: [
      {
        url: 'https://soundcloud.com/somebody/a-sound',
        asks: 'https://soundcloud.com/oembed?format=json&url=https%3A%2F%2Fsoundcloud.com%2Fsomebody%2Fa-sound',
        answers: {200: 'alive', 403: 'unsure', 404: 'unsure'}
      }
    ]
  },
  {
    // https://developer.spotify.com/documentation/embeds/reference/oembed; it once lost all playlists for some days
    // (WordPress/gutenberg#22302).
    hosts: ['open.spotify.com'],
    paths: /^\/(?:intl-\w+\/)?(?:track|album|artist|playlist|show|episode)\/\w/,
    because: 'the pages of Spotify are written by scripts',
    ask: oembed('https://open.spotify.com/oembed'),
    examples: [
      {
        url: 'https://open.spotify.com/show/abc#x',
        asks: 'https://open.spotify.com/oembed?url=https%3A%2F%2Fopen.spotify.com%2Fshow%2Fabc',
        answers: {200: 'alive', 404: 'unsure'}
      }
    ]
  },
  {
    hosts: ['twitch.tv', 'tiktok.com'],
    because: 'its pages are written by scripts, and answer alike whether there is anything or not',
    lies: [200],
    examples: [{url: 'https://www.twitch.tv/somebody', answers: {200: 'unsure', 404: undefined}}]
  },
  {
    // Deleted pictures are replaced by one that says so.
    hosts: ['imgur.com'],
    because: 'imgur shows another picture in place of one that is gone',
    nowhere: /^https:\/\/i\.imgur\.com\/removed\.png$/,
    examples: [{url: 'https://i.imgur.com/aaaaaaa.png', nowhere: 'https://i.imgur.com/removed.png'}]
  },
  {
    // 2FastLabs/agent-squad#600
    hosts: ['podcasts.apple.com'],
    because: 'Apple Podcasts answers programs with 500',
    blocks: [500],
    examples: [
      {url: 'https://podcasts.apple.com/us/podcast/id1', answers: {500: 'unsure', 404: undefined, 200: undefined}}
    ]
  },
  {
    // Without a country it is the store of the country that asks, which has not everything.
    hosts: ['apps.apple.com', 'itunes.apple.com'],
    paths: /^\/(?:app|album|podcast|book)\//,
    because: 'stores of other countries may have it',
    lies: [404],
    examples: [{url: 'https://apps.apple.com/app/id1', answers: {404: 'unsure', 200: undefined}}]
  },
  {
    hosts: ['play.google.com'],
    because: 'Google Play answers 404 for what another country may well see',
    lies: [404],
    examples: [
      {url: 'https://play.google.com/store/apps/details?id=a.example', answers: {404: 'unsure', 200: undefined}}
    ]
  }
]
