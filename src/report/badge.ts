import type {FileReport} from '../lint/diagnostic.ts'
import {healthOf} from './health.ts'

/** The health of the lists as a picture: SVG that asks nobody for a font or a style. */
export default function badge(files: readonly FileReport[]): string {
  const {label, message, color} = healthOf(files)
  const left = widthOf(label)
  const right = widthOf(message)
  const whole = left + right
  const words = (text: string, start: number, width: number): string =>
    `<text x="${start + width / 2}" y="14" textLength="${width - padding}">${text}</text>`
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${whole}" height="20" role="img" aria-label="${label}: ${message}">
  <title>${label}: ${message}</title>
  <clipPath id="round"><rect width="${whole}" height="20" rx="3"/></clipPath>
  <g clip-path="url(#round)">
    <rect width="${left}" height="20" fill="#444"/>
    <rect x="${left}" width="${right}" height="20" fill="#${color}"/>
  </g>
  <g fill="#fff" text-anchor="middle" font-family="Verdana,Geneva,DejaVu Sans,sans-serif" font-size="11">
    ${words(label, 0, left)}
    ${words(message, left, right)}
  </g>
</svg>
`
}

/** Pixels beside a text, left and right together. */
const padding = 12

/** Pixels that a text takes, about as Verdana has it; `textLength` sees to it that other fonts keep to that. */
const widthOf = (text: string): number =>
  Array.from(text).reduce((sum, character) => sum + (/[ijlt, ]/.test(character) ? 4 : 7), padding)
