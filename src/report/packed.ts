/** Hexadecimal digits in fewer characters, as the id of a marker can have them. */
export const packed = (digits: readonly string[]): string => Buffer.from(digits.join(''), 'hex').toString('base64url')

/** What was packed, taken apart again. @param width digits of each */
export function unpacked(text: string, width: number): readonly string[] {
  const digits = Buffer.from(text, 'base64url').toString('hex')
  return Array.from({length: Math.floor(digits.length / width)}, (_, index) =>
    digits.slice(index * width, (index + 1) * width)
  )
}
