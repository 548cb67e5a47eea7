/** A comment of a review, as it is sent to GitHub. */
interface Comment {
  readonly path: string
  readonly line: number
  readonly start_line?: number
  readonly body: string
}

/** Something that would be written on a pull request. */
export interface Post {
  readonly method: string
  readonly path: string
  readonly body: Readonly<Record<string, unknown>>
}

/** What a review would write, as text to read: the words as they would be sent. */
export function rehearsal(posts: readonly Post[]): string {
  return posts.map(post => `${told(post)}\n`).join('\n')
}

function told({method, path, body}: Post): string {
  const id = /(\d+)(?:\/replies)?$/.exec(path)?.[1] ?? ''
  if (method === 'POST' && path.endsWith('/reviews')) return reviewText(body)
  if (method === 'PATCH') return `== The comment ${id} would say\n\n${body['body']}`
  if (method === 'DELETE') return `== The comment ${id} would be deleted: what it tells of is mended`
  if (path.endsWith('/replies')) return `== The comment ${id} would be answered\n\n${body['body']}`
  return '== A comment would be folded away: what it tells of is mended'
}

function reviewText(body: Post['body']): string {
  const comments = (body['comments'] ?? []) as readonly Comment[]
  const parts = comments.map(({path, line, start_line: start, body: text}) => {
    const lines = start === undefined ? `${line}` : `${start}-${line}`
    return `== Comment on ${path}:${lines}\n\n${text}`
  })
  return [`== Review\n\n${body['body']}`, ...parts].join('\n\n')
}
