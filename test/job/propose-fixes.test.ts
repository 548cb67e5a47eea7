import {describe, expect, it} from 'vitest'
import type {Facts} from '../../src/document/facts.ts'
import {fixBranch} from '../../src/github/fix-branch.ts'
import {examine} from '../../src/job/examine.ts'
import {findMarkers} from '../../src/report/markdown.ts'
import {hostilePieces} from '../report/hostile.ts'
import {routes, scene, sick, well} from './fix-scene.ts'
import {clientOf} from './review-scene.ts'

/** What both rules of `sick` make of it. */
const sickMarkers = '- [Crane'

const headlines = (commits: readonly {readonly message: string}[]) => commits.map(({message}) => message.split('\n')[0])

describe('opened', () => {
  it('has one commit for each rule, in a chain that begins at the head of the base', async () => {
    const {run, commits, pulls, repository} = await scene({'readme.md': sick})
    const {pullRequestUrl, fixed, notes} = await run()
    const [pull, ...others] = pulls()
    expect(others).toEqual([])
    expect(pullRequestUrl).toMatch(new RegExp(`/pull/${pull!.number}$`))
    expect(fixed).toHaveLength(3)
    expect(notes).toEqual([])
    const made = await commits()
    expect(headlines(made)).toEqual([
      'Begin each entry with a list marker and a space (2 places)',
      'Keep blanks and blank lines even (1 place)'
    ])
    expect(made[0]!.parents).toEqual([await repository.sha('main')])
    expect(made[1]!.parents).toEqual([made[0]!.sha])
    expect(made.map(({author}) => author.name)).toEqual(['github-actions[bot]', 'github-actions[bot]'])
    expect(made.map(({committer}) => committer.name)).toEqual(['GitHub', 'GitHub'])
    expect(await repository.readFile(made[0]!.sha, 'readme.md')).toBe(
      sick.replaceAll('-[Crane', sickMarkers).replace('-[Heron', '- [Heron')
    )
    expect(await repository.readFile(fixBranch, 'readme.md')).toBe(well)
    expect(await repository.readFile('main', 'readme.md')).toBe(sick)
    const {issue, baseRef, headRef} = pull!
    expect([issue.title, baseRef, headRef]).toEqual(['Mend what awesome-doctor found', 'main', fixBranch])
    expect(findMarkers(issue.body!).at(-1)).toBe('fixes')
  })

  it('changes many files in one commit, keeps their modes, and leaves all else as it is', async () => {
    const {run, commits, repository} = await scene({
      'readme.md': sick,
      'docs/deep/list.md': {executable: sick},
      'docs/deep/well.md': well,
      'docs/other.txt': 'x\n',
      'bin/run': {executable: '#!/bin/sh\n'},
      'docs/link.txt': {symlink: 'other.txt'},
      module: {submodule: '1'.repeat(40)}
    })
    await run()
    const made = await commits()
    expect(made).toHaveLength(2)
    expect(made[0]!.message).toContain('Mends 4 findings of entry-marker-space in 2 files.')
    const {git} = repository.state
    const tree = async (sha: string) =>
      Object.fromEntries((await git.tree(sha, 'recursive')).map(({path, mode, sha}) => [path, `${mode} ${sha}`]))
    const before = await tree((await repository.sha('main'))!)
    const after = await tree(made[1]!.sha)
    const changed = Object.keys(before).filter(path => before[path] !== after[path])
    expect(Object.keys(after)).toEqual(Object.keys(before))
    expect(changed.sort()).toEqual(['docs', 'docs/deep', 'docs/deep/list.md', 'readme.md'])
    expect(after['docs/deep/list.md']).toMatch(/^100755 /)
    expect(after['docs/deep/list.md']!.slice(7)).toBe(after['readme.md']!.slice(7))
    expect(await repository.readFile(fixBranch, 'readme.md')).toBe(well)
  })

  it.each([
    ['line endings of Windows', (text: string) => text.replaceAll('\n', '\r\n')],
    ['a byte-order mark', (text: string) => `\ufeff${text}`],
    ['both', (text: string) => `\ufeff${text.replaceAll('\n', '\r\n')}`],
    ['characters beyond the basic plane', (text: string) => `${text}\nA kite is 🪁.\n`]
  ])('keeps %s to the byte', async (_, as) => {
    const {run, repository, github} = await scene({'readme.md': as(sick)})
    await run()
    // What a field of text may not carry is sent as bytes.
    const isPlain = /^[\n -~]*$/.test(as(sick).replace('🪁', ''))
    expect(github.requests(routes.blobs, 'POST')).toHaveLength(isPlain ? 0 : 2)
    const {git} = repository.state
    const [file] = await git.tree((await repository.sha(fixBranch))!, 'flat')
    expect(await git.blob(file!.sha)).toEqual(Buffer.from(as(well)))
  })

  it('finds modes in a tree that is too large to be listed at once', async () => {
    const files = {'a/b/list.md': {executable: sick}, 'readme.md': sick, 'z.txt': 'z', gone: {symlink: 'a'}}
    const {run, repository, audit} = await scene(files, {}, {maxTreeEntries: 4})
    const audited = await audit()
    const elsewhere = audited.lists.map(list => ({...list, task: {...list.task, path: `gone/${list.task.path}`}}))
    const {notes} = await run({audited: {...audited, lists: [...audited.lists, ...elsewhere]}})
    expect(notes).toEqual([expect.stringContaining('`gone/a/b/list.md` and 1 more is not in the repository')])
    expect(await repository.readFile(fixBranch, 'a/b/list.md')).toBe(well)
    const entries = await repository.state.git.tree((await repository.sha(fixBranch))!, 'recursive')
    expect(entries.find(({path}) => path === 'a/b/list.md')!.mode).toBe('100755')
  })

  it('leaves a symbolic link to a list alone, and what is not in the repository as it was read', async () => {
    const {run, audit, repository} = await scene({
      'readme.md': sick,
      'link.md': {symlink: 'readme.md'},
      'crlf.md': sick
    })
    const audited = await audit()
    const lists = audited.lists.map(list => {
      if (list.task.path === 'link.md')
        return {...list, task: {...list.task, text: sick}, report: audited.lists[2]!.report}
      if (list.task.path === 'crlf.md') return {...list, task: {...list.task, text: sick.replaceAll('\n', '\r\n')}}
      return list
    })
    expect(lists.map(({task}) => task.path)).toEqual(['crlf.md', 'link.md', 'readme.md'])
    const {notes} = await run({audited: {...audited, lists}})
    expect(notes).toEqual([expect.stringMatching(/^`crlf\.md` is not in the repository as read here/)])
    expect(await repository.readFile(fixBranch, 'crlf.md')).toBe(sick)
    expect(await repository.readFile(fixBranch, 'link.md')).toBe('readme.md')
    expect(await repository.readFile(fixBranch, 'readme.md')).toBe(well)
  })

  it('mends nothing that a person has silenced', async () => {
    const {run, audit, repository} = await scene({'readme.md': sick})
    const {lists} = await audit()
    const [crane] = lists[0]!.report.diagnostics.filter(({rule}) => rule === 'entry-marker-space')
    await run({task: {silenced: [crane!.fingerprint]}})
    expect(await repository.readFile(fixBranch, 'readme.md')).toBe(well.replace('- [Crane', '-[Crane'))
  })

  it('examines as the task says', async () => {
    const {run} = await scene({'readme.md': sick})
    const asked: unknown[] = []
    await run({
      task: {untrusted: true},
      examine: task => {
        asked.push([task.untrusted, task.fix, task.fixOnly])
        return examine(task)
      }
    })
    expect(asked).toEqual([
      [true, 'safe', ['entry-marker-space']],
      [true, 'safe', ['text-whitespace']]
    ])
  })

  it('says nothing of the list in any message', async () => {
    const hostile = [
      ...hostilePieces.filter(piece => !/[\0\n\r\t]|[\ud800-\udfff]/.test(piece)),
      '@everyone',
      'Fixes #1',
      '[skip ci]'
    ]
    const folder = hostile
      .map(piece => piece.replaceAll('/', ''))
      .filter(piece => piece !== '')
      .join('')
    const path = `${folder.slice(0, 120)} @everyone Fixes #1 [skip ci].md`
    const entry = '-[@everyone #1 [skip ci] Fixes #1](https://evil.example)  \n'
    const {run, commits, pulls} = await scene({[path]: `${sick}${entry}`})
    const {notes} = await run()
    expect(notes).toEqual([])
    const said = [...(await commits()).map(({message}) => message), pulls()[0]!.issue.body, pulls()[0]!.issue.title]
    expect(said.length).toBeGreaterThan(3)
    for (const text of said) {
      expect(text).not.toMatch(/everyone|skip ci|Fixes #|evil|script>/)
    }
  })
})

describe('run again', () => {
  it('writes nothing where nothing has changed', async () => {
    const {run, writes} = await scene({'readme.md': sick})
    const first = await run()
    writes()
    expect(await run()).toEqual(first)
    expect(writes()).toBe(0)
  })

  it('writes nothing where there is nothing to mend', async () => {
    const {run, writes, github} = await scene({'readme.md': well})
    expect(await run()).toEqual({fixed: [], notes: []})
    expect(writes()).toBe(0)
    expect(github.journal.filter(({method}) => method === 'GET')).toHaveLength(3)
  })

  it('begins at the new head of the base where that has moved', async () => {
    const {run, repository, commits, pulls, writes} = await scene({'readme.md': sick})
    await run()
    const head = await repository.commit('main', {LICENSE: 'Free.\n'})
    writes()
    const {pullRequestUrl} = await run()
    expect(writes()).toBe(5)
    const made = await commits()
    expect(made).toHaveLength(2)
    expect(made[0]!.parents).toEqual([head])
    expect(pulls()).toHaveLength(1)
    expect(pullRequestUrl).toMatch(/\/pull\/1$/)
    expect(await repository.readFile(fixBranch, 'LICENSE')).toBe('Free.\n')
    await run()
    expect(writes()).toBe(0)
  })

  it('brings in what is new, and says so in the body, but leaves a title that a person chose', async () => {
    const {run, repository, commits, pulls} = await scene({'readme.md': sick})
    await run()
    const {issue} = pulls()[0]!
    issue.title = 'chore: mend the list'
    await repository.commit('main', {'more.md': sick})
    await run()
    expect(headlines(await commits())).toEqual([
      'Begin each entry with a list marker and a space (4 places)',
      'Keep blanks and blank lines even (2 places)'
    ])
    expect(pulls()).toHaveLength(1)
    expect(issue.title).toBe('chore: mend the list')
    expect(issue.body).toContain(', 4 places)')
  })

  it('takes a body for its own that the web page has given other line endings', async () => {
    const {run, pulls, writes} = await scene({'readme.md': sick})
    await run()
    const {issue} = pulls()[0]!
    issue.body = `${issue.body!.replaceAll('\n', '\r\n')}\r\n`
    writes()
    await run()
    expect(writes()).toBe(0)
  })

  it('uses the branch again that a merge has left over', async () => {
    const {run, repository, commits, pulls} = await scene({'readme.md': sick})
    await run()
    await repository.mergePull(pulls()[0]!, 'maintainer')
    await repository.commit('main', {'more.md': sick})
    const {pullRequestUrl} = await run()
    expect(pullRequestUrl).toMatch(/\/pull\/2$/)
    expect(await commits()).toHaveLength(2)
    expect(await repository.readFile(fixBranch, 'more.md')).toBe(well)
  })

  it('uses it again after commits of others were merged with it as one', async () => {
    const {run, repository, pulls} = await scene({'readme.md': sick})
    await run()
    const [pull] = pulls()
    await repository.push(pull!, {'notes.txt': 'Mine.\n'}, {author: 'maintainer'})
    pull!.mergedAt = '2026-01-01T00:00:00Z'
    await repository.closePull(pull!)
    await repository.commit('main', {'readme.md': well, 'notes.txt': 'Mine.\n', 'more.md': sick})
    const {pullRequestUrl, notes} = await run()
    expect(notes).toEqual([])
    expect(pullRequestUrl).toMatch(/\/pull\/2$/)
  })
})

describe('a commit of somebody else on the branch', () => {
  const note = /^`awesome-doctor\/fixes` has 1 commit by others, so it was left alone; merge it or delete it/

  it('is never overwritten', async () => {
    const {run, repository, pulls, writes} = await scene({'readme.md': sick})
    await run()
    const sha = await repository.push(pulls()[0]!, {'readme.md': `${well}\nMine.\n`}, {author: 'maintainer'})
    await repository.commit('main', {'more.md': sick})
    writes()
    const {notes, pullRequestUrl} = await run()
    expect(notes).toEqual([expect.stringMatching(note)])
    expect(pullRequestUrl).toMatch(/\/pull\/1$/)
    expect(writes()).toBe(0)
    expect(await repository.sha(fixBranch)).toBe(sha)
  })

  it('may be a merge of the base by a button', async () => {
    const {run, repository, writes} = await scene({'readme.md': sick})
    await run()
    const {git} = repository.state
    const base = await repository.commit('main', {LICENSE: 'Free.\n'})
    const head = (await repository.sha(fixBranch))!
    const tree = (await git.run(['merge-tree', '--write-tree', head, base])).toString().split('\n')[0]!
    const date = '2026-01-01T00:00:00Z'
    const maintainer = {name: 'maintainer', email: '1+maintainer@users.noreply.github.com', date}
    const web = {name: 'GitHub', email: 'noreply@github.com', date}
    const merge = await git.commitTree(tree, [head, base], `Merge branch 'main' into ${fixBranch}`, maintainer, web)
    await git.updateRef(`refs/heads/${fixBranch}`, merge)
    writes()
    expect((await run()).notes).toEqual([expect.stringMatching(note)])
    expect(writes()).toBe(0)
  })

  it('may be one of ours that somebody has amended', async () => {
    const {run, repository, commits, writes} = await scene({'readme.md': sick})
    await run()
    const {git} = repository.state
    const last = (await commits()).at(-1)!
    const maintainer = {name: 'maintainer', email: '1+maintainer@users.noreply.github.com', date: last.author.date}
    const amended = await git.commitTree(last.tree, last.parents, last.message, last.author, maintainer)
    await git.updateRef(`refs/heads/${fixBranch}`, amended)
    writes()
    expect((await run()).notes).toEqual([expect.stringMatching(note)])
    expect(writes()).toBe(0)
  })

  it('may bear our line and not be ours', async () => {
    const {run, repository, commits, pulls} = await scene({'readme.md': sick})
    await run()
    const {message} = (await commits()).at(-1)!
    await repository.push(pulls()[0]!, {'readme.md': `${well}\nMine.\n`}, {author: 'maintainer', message})
    expect((await run()).notes).toEqual([expect.stringMatching(note)])
  })

  it('keeps the pull request open when nothing is left', async () => {
    const {run, repository, pulls, writes} = await scene({'readme.md': sick})
    await run()
    await repository.push(pulls()[0]!, {'notes.txt': 'Mine.\n'}, {author: 'maintainer'})
    await repository.commit('main', {'readme.md': well})
    writes()
    expect((await run()).notes).toEqual([expect.stringMatching(note)])
    expect(writes()).toBe(0)
    expect(pulls()[0]!.issue.state).toBe('open')
  })

  it('is nobody’s business where there is nothing to mend and no pull request', async () => {
    const {run, repository} = await scene({'readme.md': well})
    await repository.commit(fixBranch, {'notes.txt': 'Mine.\n'}, {author: 'maintainer'})
    expect(await run()).toEqual({fixed: [], notes: []})
  })

  it('may be all that the branch has, before we ever came', async () => {
    const {run, repository, writes} = await scene({'readme.md': sick})
    await repository.commit(fixBranch, {'notes.txt': 'Mine.\n'}, {author: 'maintainer'})
    expect((await run()).notes).toEqual([expect.stringMatching(note)])
    expect(writes()).toBe(0)
  })
})

describe('closed by a person', () => {
  it('stays closed', async () => {
    const {run, repository, pulls, writes} = await scene({'readme.md': sick})
    await run()
    await repository.closePull(pulls()[0]!)
    await repository.commit('main', {LICENSE: 'Free.\n'})
    writes()
    const {pullRequestUrl, fixed, notes} = await run()
    expect([pullRequestUrl, fixed]).toEqual([undefined, []])
    expect(notes).toEqual([expect.stringMatching(/\/pull\/1 with these fixes was closed; another is opened once/)])
    expect(writes()).toBe(0)
  })

  it('stays closed where some of it was mended by hand', async () => {
    const {run, repository, pulls, writes} = await scene({'readme.md': sick})
    await run()
    await repository.closePull(pulls()[0]!)
    await repository.commit('main', {'readme.md': sick.replace('-[Heron', '- [Heron')})
    writes()
    await run()
    expect(writes()).toBe(0)
  })

  it('is followed by another once there is something new, which is closed for good, too', async () => {
    const {run, repository, pulls, writes} = await scene({'readme.md': sick})
    await run()
    await repository.closePull(pulls()[0]!)
    await repository.commit('main', {'readme.md': sick.replace('- [Jay', '-[Jay')})
    expect((await run()).pullRequestUrl).toMatch(/\/pull\/2$/)
    expect(pulls().map(({issue}) => issue.state)).toEqual(['closed', 'open'])
    expect(await repository.readFile(fixBranch, 'readme.md')).toBe(well)
    await repository.closePull(pulls()[1]!)
    writes()
    await run()
    expect(writes()).toBe(0)
  })
})

describe('nothing left to mend', () => {
  it('closes the pull request with a sentence and deletes the branch', async () => {
    const {run, repository, pulls, writes} = await scene({'readme.md': sick})
    await run()
    await repository.commit('main', {'readme.md': well})
    expect(await run()).toEqual({fixed: [], notes: []})
    const [{issue}] = pulls() as [ReturnType<typeof pulls>[0]]
    expect(issue.state).toBe('closed')
    expect(issue.body).toMatch(/mended 3 findings.*<!-- awesome-doctor:fixes -->$/s)
    expect(issue.comments.map(({body}) => body)).toEqual(['Nothing is left to mend here, so this is closed.'])
    expect(await repository.sha(fixBranch)).toBeUndefined()
    writes()
    await run()
    expect(writes()).toBe(0)
  })

  it('declines nothing: the same is proposed when it comes back', async () => {
    const {run, repository} = await scene({'readme.md': sick})
    await run()
    await repository.commit('main', {'readme.md': well})
    await run()
    await repository.commit('main', {'readme.md': sick})
    expect((await run()).pullRequestUrl).toMatch(/\/pull\/2$/)
  })

  it('deletes the branch that a merge has left over', async () => {
    const {run, repository, pulls} = await scene({'readme.md': sick})
    await run()
    await repository.mergePull(pulls()[0]!, 'maintainer')
    await run()
    expect(await repository.sha(fixBranch)).toBeUndefined()
    expect(pulls()[0]!.issue.comments).toEqual([])
  })

  it('is not concluded from a list that could not be read', async () => {
    const {run, repository, audit, pulls, writes} = await scene({'readme.md': sick})
    await run()
    await repository.commit('main', {'readme.md': well})
    const audited = await audit()
    const crashes = [{rule: 'entry-marker-space', stack: ''}]
    const lists = audited.lists.map(list => ({...list, report: {...list.report, crashes}}))
    writes()
    await run({audited: {...audited, lists}})
    await run({audited: {...audited, lists: []}})
    expect(writes()).toBe(0)
    expect(pulls()[0]!.issue.state).toBe('open')
  })
})

describe('fixes that rest on what links answered', () => {
  const moved = well.replace('https://crane.example', 'https://github.com/old/crane')
  const facts: Facts = {
    links: new Map([
      ['https://github.com/old/crane', {status: 'moved', code: 301, to: 'https://github.com/new/crane', sure: true}]
    ])
  }
  const asked = {facts, links: [], hosts: [], notes: [], memory: new Map()}

  it('are proposed, and left as they are by a run that asks no link', async () => {
    const {run, repository, writes, commits} = await scene({'readme.md': moved})
    await run({task: {facts}, asked})
    expect(headlines(await commits())).toEqual(['Link to where a page is, not to where it was (1 place)'])
    writes()
    const note = expect.stringMatching(/rest on what links answered, and this run asked none/)
    expect(await run()).toMatchObject({pullRequestUrl: expect.stringMatching(/\/pull\/1$/), notes: [note]})
    await repository.commit('main', {'more.md': sick})
    expect(await run()).toMatchObject({notes: [note]})
    expect(writes()).toBe(0)
    await run({task: {facts}, asked})
    expect(await commits()).toHaveLength(3)
  })
})

describe('a pull request that a person has opened from the branch', () => {
  it('is told of, and its words are left alone', async () => {
    const {run, repository, github, pulls, writes} = await scene({'readme.md': sick}, {allowActionsPullRequests: false})
    expect((await run()).pullRequestUrl).toBeUndefined()
    const maintainer = clientOf(github, 'maintainer').rest
    const at = {owner: repository.owner, repo: repository.name}
    await maintainer.pulls.create({...at, base: 'main', head: fixBranch, title: 'Mend', body: 'By hand.'})
    writes()
    expect(await run()).toMatchObject({pullRequestUrl: expect.stringMatching(/\/pull\/1$/), notes: []})
    expect(writes()).toBe(0)
    await repository.commit('main', {'more.md': sick})
    await run()
    expect(await repository.readFile(fixBranch, 'more.md')).toBe(well)
    expect(pulls()[0]!.issue.body).toBe('By hand.')
    await repository.commit('main', {'readme.md': well, 'more.md': well})
    writes()
    await run()
    expect(writes()).toBe(0)
  })
})
