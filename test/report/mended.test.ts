import {expect, test} from 'vitest'
import {planMending} from '../../src/report/mended.ts'

const body =
  '**error** one\n**warning** two\n\n```suggestion\nx\n```\n\n<!-- awesome-doctor:a -->\n<!-- awesome-doctor:b -->'
const comment = {body, answered: false}

test('a comment whose findings are there, or that has no marker, stays', () => {
  expect(planMending([comment], new Set(['a', 'b']))).toEqual([])
  expect(planMending([{body: 'Hello', answered: false}], new Set())).toEqual([])
})

test('a comment whose findings are all gone goes, unless somebody has answered', () => {
  expect(planMending([comment], new Set())).toEqual([{kind: 'delete', comment}])
  const [folded] = planMending([{...comment, answered: true}], new Set())
  expect(folded).toMatchObject({kind: 'minimize'})
  const after = folded && 'body' in folded ? folded.body : ''
  expect(after).toMatch(/^\*\*error\*\* one\n.*This is mended\.\n\n<!-- awesome-doctor:mended -->$/s)
  expect(planMending([{body: after, answered: true}], new Set())).toEqual([])
})

test('a comment loses what is said of the findings that are gone', () => {
  expect(planMending([comment], new Set(['b']))).toEqual([
    {kind: 'edit', comment, body: '**warning** two\n\n<!-- awesome-doctor:b -->'}
  ])
})
