import {html, type Markup} from '../report/html/markup.ts'
import {type AppWish, registrationUrl} from './manifest.ts'

const style =
  'body{font:16px/1.5 system-ui,sans-serif;max-width:38rem;margin:3rem auto;padding:0 1rem;color-scheme:light dark}' +
  'label{display:block;margin:1rem 0}input{display:block;width:100%;box-sizing:border-box;font:inherit;padding:.4rem}' +
  'button{font:inherit;padding:.5rem 1rem}code{overflow-wrap:anywhere}'

const page = (title: string, content: Markup): string =>
  html`<!doctype html>
    <html lang="en">
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width">
      <title>${title}</title>
      <style>${{markup: style}}</style>
      <h1>${title}</h1>
      ${content}
    </html>`.markup

/** The page that asks how the App is to be; `given` is what was written before. */
export function formPage(given: Readonly<Record<string, string>>, problem?: string): string {
  const {name = 'Awesome Doctor', url = '', organisation = ''} = given
  return page(
    'A GitHub App of your own',
    html`<p>GitHub makes the App from what you write here, and shows it to you before.</p>
      ${problem === undefined ? undefined : html`<p role="alert"><strong>${problem}</strong></p>`}
      <form action="/new">
        <label>Name, which nobody else on GitHub has
          <input name="name" required maxlength="34" value="${name}"></label>
        <label>Address where GitHub will reach this server
          <input name="url" type="url" required placeholder="https://doctor.example" value="${url}"></label>
        <label>Organisation that is to own it; leave it empty to own it yourself
          <input name="organisation" value="${organisation}"></label>
        <button>Go on</button>
      </form>`
  )
}

/** The page that hands the manifest to GitHub. */
export function manifestPage(webUrl: string, wish: AppWish, manifest: object, state: string): string {
  return page(
    'Off to GitHub',
    html`<p>The next page is GitHub’s: it shows what the App may do, and makes it when you confirm.</p>
      <form action="${registrationUrl(webUrl, wish, state)}" method="post">
        <input type="hidden" name="manifest" value="${JSON.stringify(manifest)}">
        <button>Create the App on GitHub</button>
      </form>`
  )
}

/** The last page. */
export const donePage = (file: string, installUrl: string): string =>
  page(
    'The App is made',
    html`<p>What the server needs stands in <code>${file}</code>; the terminal tells how to go on.</p>
      <p><a href="${installUrl}">Install the App in the repositories of your lists.</a></p>`
  )

/** A page for what went wrong. */
export const sorryPage = (sentence: string): string =>
  page('That did not work', html`<p>${sentence}</p><p><a href="/">Start anew.</a></p>`)
