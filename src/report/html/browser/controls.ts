/** Which way a table is sorted: 1 with the smallest first, -1 with the largest. */
export type Direction = 1 | -1

/** Makes buttons of the heads of columns, and keeps it said which one the table is sorted by. */
export function onSort(section: Element, sort: (column: string, direction: Direction, words: string) => void): void {
  const heads = [...section.querySelectorAll<HTMLElement>('th[data-sort]')]
  for (const head of heads) {
    buttonIn(head).addEventListener('click', () => {
      const direction = head.getAttribute('aria-sort') === 'ascending' ? -1 : 1
      for (const other of heads) other.removeAttribute('aria-sort')
      head.setAttribute('aria-sort', direction === 1 ? 'ascending' : 'descending')
      sort(head.dataset['sort'] ?? '', direction, head.textContent ?? '')
    })
  }
}

/** Makes a button of what an element holds. */
export function buttonIn(element: Element): HTMLButtonElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.append(...element.childNodes)
  element.append(button)
  return button
}

/** Milliseconds to wait for the next letter that somebody types. */
const pause = 120

/** Calls `filter` when a form asks for something else. */
export function onFilter(form: HTMLFormElement, filter: () => void): void {
  let waiting = 0
  form.addEventListener('input', ({target}) => {
    clearTimeout(waiting)
    if (target instanceof HTMLInputElement) waiting = window.setTimeout(filter, pause)
    else filter()
  })
  form.addEventListener('submit', event => {
    event.preventDefault()
    filter()
  })
  // The event comes before the controls have their first values again.
  form.addEventListener('reset', () => setTimeout(filter))
  form.hidden = false
}

/** The buttons that lead from page to page. */
export interface Pager {
  /** Says which of them lead nowhere. They stay where they are, so that the focus stays, too. */
  readonly mark: (page: number, last: number) => void
}

/** Calls `turn` with how many pages to go on. */
export function onTurn(pager: HTMLElement, turn: (step: number) => void): Pager {
  const buttons = [...pager.querySelectorAll<HTMLElement>('[data-step]')]
  const leadsOn = (button: HTMLElement): boolean => button.getAttribute('aria-disabled') !== 'true'
  const stepOf = (button: HTMLElement): number => Number(button.dataset['step'])
  for (const button of buttons) button.addEventListener('click', () => leadsOn(button) && turn(stepOf(button)))
  pager.hidden = false
  return {
    mark(page, last) {
      for (const button of buttons)
        button.setAttribute('aria-disabled', String(page === (stepOf(button) < 0 ? 0 : last)))
    }
  }
}
