import {expect, it} from 'vitest'
import badge from '../../src/report/badge.ts'
import {healthOf} from '../../src/report/health.ts'
import shields from '../../src/report/shields.ts'
import {reportOn, type Told} from './findings.ts'

const text = '# Kites\n'
const report = (...told: readonly Omit<Told, 'on'>[]) => [
  reportOn(
    'a.md',
    text,
    told.map(one => ({on: 'Kites', ...one}))
  )
]
const well = report({suppressed: true}, {severity: 'error', changed: false})
const mild = report({}, {})
const bad = report({severity: 'error'}, {})

it('says how the list is', () => {
  expect([well, mild, bad].map(files => healthOf(files).message)).toEqual([
    'healthy',
    '2 warnings',
    '1 error, 1 warning'
  ])
})

/** Relative luminance, and the contrast to white, as WCAG 2.2 defines them. */
function contrastToWhite(color: string): number {
  const [r = 0, g = 0, b = 0] = [0, 2, 4].map(at => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 1.05 / (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05)
}

it('has a colour of its own for each, and white text on it can be read', () => {
  const colors = [well, mild, bad].map(files => healthOf(files).color)
  expect(new Set(colors)).toHaveLength(3)
  for (const color of colors) expect(contrastToWhite(color)).toBeGreaterThanOrEqual(4.5)
})

it('is what shields.io reads', () => {
  expect(JSON.parse(shields(bad))).toEqual({
    schemaVersion: 1,
    label: 'list health',
    message: '1 error, 1 warning',
    color: healthOf(bad).color
  })
})

it('is a picture that is read aloud, and asks nobody for anything', () => {
  const svg = badge(bad)
  expect(svg).toMatch(
    /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" [^>]*role="img" aria-label="list health: 1 error, 1 warning">/
  )
  expect(svg).toContain(`fill="#${healthOf(bad).color}"`)
  expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|@import|<script|<style|href/)
  const [whole] = [...svg.matchAll(/ width="(\d+)"/g)].map(([, width]) => Number(width))
  const [left = 0, right = 0] = [...svg.matchAll(/<rect (?:x="\d+" )?width="(\d+)" height="20" fill/g)].map(
    ([, width]) => Number(width)
  )
  expect(left + right).toBe(whole)
})
