import { isSend } from './isSend';

const keys = { key: 'Enter', ctrlKey: false, metaKey: false };

describe('the keys that send', () => {
  it('are Ctrl+Enter and Command+Enter', () => {
    expect(isSend({ ...keys, ctrlKey: true })).toBe(true);
    expect(isSend({ ...keys, metaKey: true })).toBe(true);
    expect(isSend(keys)).toBe(false);
    expect(isSend({ ...keys, key: 'a', ctrlKey: true })).toBe(false);
  });

  it('do not send what an input method is still composing', () => {
    const nativeEvent = { isComposing: true };
    expect(isSend({ ...keys, ctrlKey: true, nativeEvent })).toBe(false);
  });
});
