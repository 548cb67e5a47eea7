import {describe, expect, it} from 'vitest'
import {loginWall} from '../../src/links/login-wall.ts'

const wall = (asked: string, final: string) => loginWall({asked, final})

describe('a login', () => {
  it.each([
    ['https://a.example/team/plan', 'https://a.example/login'],
    ['https://a.example/team/plan', 'https://a.example/en/log-in/'],
    ['https://a.example/team/plan', 'https://a.example/users/sign_in'],
    ['https://a.example/team/plan', 'https://a.example/wp-login.php?redirect_to=x'],
    ['https://a.example/team/plan', 'https://a.example/Account/Login.aspx?ReturnUrl=%2fteam%2fplan'],
    ['https://a.example/team/plan', 'https://a.example/login;jsessionid=1'],
    ['https://a.example/team/plan', 'https://www.a.example/authwall?trk=x'],
    ['https://a.example/team/plan', 'https://login.a.example/'],
    ['https://a.example/team/plan', 'https://accounts.b.example/ServiceLogin?continue=x'],
    ['https://a.example/team/plan', 'https://sso.a.example/realms/x'],
    ['https://a.example/team/plan', 'https://login.microsoftonline.com/common/x'],
    ['https://a.example/team/plan', 'https://tenant.okta.com/app/x'],
    ['https://a.example/team/plan', 'https://a.example/auth?next=/team/plan'],
    ['https://a.example/team/plan', 'https://a.example/account?next=%2Fteam%2Fplan'],
    ['https://a.example/team/plan', 'https://a.example/session/new?return_to=https%3A%2F%2Fa.example%2Fteam%2Fplan'],
    ['https://a.example/team/plan', 'https://b.example/start?RelayState=1&SAMLRequest=2'],
    ['https://a.example/team/plan', 'https://b.example/start?service=https://a.example/callback'],
    ['https://a.example/docs/plan', 'https://a.example/docs/login?next=/docs/plan'],
    ['https://a.example/docs/plan', 'https://a.example/start?url=%252Fdocs%252Fplan']
  ])('from %s to %s', (asked, final) => {
    expect(wall(asked, final)).toBe(`asks to log in at \`${new URL(final).hostname}\``)
  })

  it.each([
    ['it was asked for', 'https://a.example/login', 'https://www.a.example/login'],
    ['it was asked for', 'https://a.example/login', 'https://www.a.example/en/login/'],
    ['it was asked for', 'https://a.example/login', 'https://accounts.a.example/v2'],
    ['it was asked for', 'https://login.a.example/x', 'https://login.b.example/x'],
    ['the same page', 'https://a.example/x', 'https://a.example/x?return_to=1'],
    ['a manual', 'https://a.example/doc/login', 'https://docs.a.example/docs/login'],
    ['a manual', 'https://a.example/x', 'https://a.example/docs/auth/login'],
    ['a manual', 'https://a.example/x', 'https://a.example/guides/sso.html'],
    ['a project', 'https://a.example/x', 'https://a.example/projects/captcha'],
    ['a word among others', 'https://a.example/x', 'https://a.example/how-to-login-to-a-server'],
    ['a word with other meanings', 'https://a.example/x', 'https://a.example/auth'],
    ['a word with other meanings', 'https://a.example/x', 'https://a.example/v2/session'],
    ['a parameter with other meanings', 'https://a.example/x', 'https://a.example/y?next=2&url=b&q=x'],
    ['a parameter that was there', 'https://a.example/x?url=/x', 'https://a.example/y?url=/x'],
    ['the maker of logins', 'https://a.example/lock', 'https://auth0.com/lock'],
    ['the maker of logins', 'https://a.example/lock', 'https://developer.okta.com/'],
    ['a host of that name', 'https://a.example/', 'https://login.example/'],
    ['a moved page', 'http://a.example/old', 'https://b.example/new']
  ])('is not seen: %s (%s to %s)', (_, asked, final) => {
    expect(wall(asked, final)).toBeUndefined()
  })
})

describe('other walls', () => {
  it.each([
    ['https://consent.a.example/m?continue=https://a.example/x', 'for consent'],
    ['https://guce.b.example/consent?x', 'for consent'],
    ['https://a.example/cookie-consent', 'for consent'],
    ['https://a.example/agecheck/app/1', 'for consent'],
    ['https://a.example/captcha', 'for a proof of being human'],
    ['https://a.example/recaptcha.php', 'for a proof of being human'],
    ['https://a.example/errors/validateCaptcha', 'for a proof of being human'],
    ['https://a.example/sorry/index?continue=https://a.example/x', 'for a proof of being human']
  ])('%s', (final, want) => {
    expect(wall('https://a.example/x', final)).toBe(`asks ${want} at \`${new URL(final).hostname}\``)
  })

  it('are none where they were asked for', () => {
    expect(wall('https://a.example/captcha', 'https://www.a.example/captcha')).toBeUndefined()
    expect(wall('https://a.example/x', 'https://a.example/packages/captcha')).toBeUndefined()
    expect(wall('https://a.example/x', 'https://a.example/sorry')).toBeUndefined()
  })
})
