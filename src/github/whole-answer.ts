/**
 * A fetch that takes nothing for an answer but what came whole and in time: a connection that breaks in the middle,
 * JSON that was cut off and a page of HTML in place of JSON count as no answer at all, like a connection that never was.
 * @param patience milliseconds
 */
export const wholeAnswers =
  (patience: number): typeof globalThis.fetch =>
  async (input, init) => {
    const late = AbortSignal.timeout(patience)
    const signal = init?.signal ? AbortSignal.any([init.signal, late]) : late
    const response = await globalThis.fetch(input, {...init, signal})
    const type = response.headers.get('content-type') ?? ''
    if (!/^(?:application\/(?:\w+\+)?json|text\/html)\b/.test(type)) return response
    const text = await response.text()
    if (response.ok && response.status !== 204 && !isJson(text)) throw new Error('the answer was cut off or no JSON')
    // The body is read; whoever asks for it gets what was in it.
    return Object.defineProperty(response, 'text', {value: async () => text})
  }

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
