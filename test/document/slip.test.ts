import {describe, expect, it} from 'vitest'
import {retyped} from '../../src/document/words/retype.ts'
import {slipOf} from '../../src/document/words/slip.ts'

describe('slips', () => {
  it.each([
    ['comprenhensive', 'comprehensive'],
    ['catgeories', 'categories'],
    ['dicumentation', 'documentation'],
    ['explantion', 'explanation']
  ])('%s can only be %s', (wrong, right) => {
    expect(slipOf(wrong)).toMatchObject({near: [right], made: false})
  })

  it.each(['xarray', 'mmapped', 'zzzzzz'])('%s is no slip', word => {
    expect(slipOf(word).near).toEqual([])
  })

  it('knows words that are made of others', () => {
    expect(slipOf('interactable').made).toBe(true)
  })
})

describe('the right word', () => {
  it.each([
    ['Libary', 'library', 'Library'],
    ['MondoDB', 'mongodb', 'MongoDB'],
    ['VRGSEC', 'vgrsec', 'VGRSEC'],
    ['PushNotitications', 'PushNotifications', 'PushNotifications'],
    ['libary', 'Library', 'library']
  ])('for %s, %s is typed %s', (wrong, right, result) => {
    expect(retyped(wrong, right)).toBe(result)
  })
})
