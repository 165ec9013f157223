import { isPagePath, openableUrl } from './openableUrl';

it.each([
  ['https://example.com/runbook', true],
  ['HTTP://example.com', true],
  ['/incidents/runbooks/a', true],
  ['//evil.example.com', false],
  ['/\\evil.example.com', false],
  ['javascript:alert(1)', false],
  ['data:text/html,x', false],
  ['runbook', false],
  ['', false],
])('%s may be opened: %s', (url, openable) => {
  expect(openableUrl(url)).toBe(openable ? url : undefined);
});

it('tells pages of the portal from other addresses', () => {
  expect(isPagePath('/incidents')).toBe(true);
  expect(isPagePath('https://example.com')).toBe(false);
});
