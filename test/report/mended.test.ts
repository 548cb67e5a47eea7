import {expect, test} from 'vitest'
import {isClosing, planMending} from '../../src/report/mended.ts'

const body =
  '**error** one\n**warning** two\n\n```suggestion\nx\n```\n\n<!-- awesome-doctor:a -->\n<!-- awesome-doctor:b -->'
const comment = {body, answered: false}

test('a comment whose findings are there, or that has no marker, stays', () => {
  expect(planMending([comment], new Set(['a', 'b']))).toEqual([])
  expect(planMending([{body: 'Hello', answered: false}], new Set())).toEqual([])
})

test('a comment whose findings are all gone goes, unless somebody has answered', () => {
  expect(planMending([comment], new Set())).toEqual([{kind: 'delete', comment}])
  const answered = {...comment, answered: true}
  const answer = 'This is mended.\n\n<!-- awesome-doctor:mended -->'
  expect(planMending([answered], new Set())).toEqual([{kind: 'close', comment: answered, answer}])
  expect(isClosing(answer)).toBe(true)
  expect(isClosing(`${answer}\n\nNot at its end.`)).toBe(false)
  expect(planMending([{body: answer, answered: true}], new Set())).toEqual([])
})

test('of two comments on one finding the answered one stays, else the first', () => {
  const second = {...comment}
  const answered = {...comment, answered: true}
  const present = new Set(['a', 'b'])
  expect(planMending([comment, second], present)).toEqual([{kind: 'delete', comment: second}])
  expect(planMending([comment, answered], present)).toEqual([{kind: 'delete', comment}])
  expect(planMending([answered, {...answered}], present)).toEqual([])
})

test('a comment loses what is said of the findings that are gone', () => {
  expect(planMending([comment], new Set(['b']))).toEqual([
    {kind: 'edit', comment, body: '**warning** two\n\n<!-- awesome-doctor:b -->'}
  ])
})
