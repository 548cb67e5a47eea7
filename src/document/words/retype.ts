const isUpper = (char: string | undefined): boolean => char !== undefined && char !== char.toLowerCase()

/** The right word in the case of the wrong one: what both have in common stays as it was typed. */
export function retyped(wrong: string, right: string): string {
  const [was, is] = [wrong.toLowerCase(), right.toLowerCase()]
  let head = 0
  while (head < was.length && was[head] === is[head]) head++
  let tail = 0
  while (tail < Math.min(was.length, is.length) - head && was.at(-1 - tail) === is.at(-1 - tail)) tail++
  const end = wrong.length - tail
  const middle = is.slice(head, is.length - tail)
  const around = head < end ? [...wrong.slice(head, end)] : [wrong[head - 1], wrong[end]]
  const cased = around.length > 0 && around.every(isUpper) ? middle.toUpperCase() : middle
  return wrong.slice(0, head) + cased + wrong.slice(end)
}
