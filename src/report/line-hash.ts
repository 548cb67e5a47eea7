/** Characters that make up the hash of a line: its own and those of the lines after it, blanks and tabs aside. */
const block = 100

const base = 37n
const end = '\uffff'

/**
 * Names lines by a hash of what stands there, as GitHub's upload of SARIF files does where it finds the file: alerts
 * are known again by it (`primaryLocationLineHash`), and where the file is not at hand nobody else works it out.
 * @see https://github.com/github/codeql-action/blob/main/src/fingerprints.ts
 */
export function lineHashes(text: string): (line: number) => string | undefined {
  const lines = blocksOf(text)
  const seen = new Map<string, number>()
  const counts = lines.map(one => {
    const count = (seen.get(one) ?? 0) + 1
    seen.set(one, count)
    return count
  })
  return line => {
    const characters = lines[line - 1]
    return characters === undefined ? undefined : `${hash(characters)}:${counts[line - 1]}`
  }
}

/** What the hash of each line is made of. */
function blocksOf(text: string): readonly string[] {
  const dense = text.replace(/\r\n?/g, '\n').replace(/[ \t]+/g, '') + end
  const starts = [0, ...Array.from(dense.matchAll(/\n/g), ({index}) => index + 1)]
  return starts.map(start => dense.slice(start, start + block))
}

/** A polynomial over the characters, modulo 2⁶⁴; a block that the text ends in counts as filled up with zeros. */
function hash(characters: string): string {
  let sum = 0n
  for (let index = 0; index < block; index++) {
    const unit = index < characters.length ? characters.charCodeAt(index) : 0
    sum = BigInt.asUintN(64, sum * base + BigInt(unit))
  }
  return sum.toString(16)
}
