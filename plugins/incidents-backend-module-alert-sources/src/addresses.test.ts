import { linkTo } from './addresses';

describe('an address', () => {
  it.each([
    ['https://a.example.com/x', undefined, 'https://a.example.com/x'],
    [
      'https://a.example.com/x',
      'https://b.example.com',
      'https://a.example.com/x',
    ],
    ['/x?y=1', 'https://b.example.com/z', 'https://b.example.com/x?y=1'],
    ['x', 'https://b.example.com/z', 'https://b.example.com/z/x'],
    ['x', 'https://b.example.com/z/ ', 'https://b.example.com/z/x'],
    ['/x', 'nowhere', undefined],
    ['/x', undefined, undefined],
    [' ', 'https://b.example.com', undefined],
    [undefined, 'https://b.example.com', undefined],
  ])('%s beside %s leads to %s', (address, base, wanted) => {
    expect(linkTo(address, base)).toBe(wanted);
  });
});
