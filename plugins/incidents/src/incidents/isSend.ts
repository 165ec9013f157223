/** Ctrl+Enter, or Command+Enter; not while an input method is composing. */
export function isSend(event: {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  nativeEvent?: unknown;
}): boolean {
  const composing = (event.nativeEvent as KeyboardEvent | undefined)
    ?.isComposing;
  return (
    event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !composing
  );
}
