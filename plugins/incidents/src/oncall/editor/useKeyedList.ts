import { useEffect, useRef, useState } from 'react';
import { changed, moved, nextKey, without, type Keyed } from './keyedList';

/** A list that is edited: the focus goes along with what is moved, and to the next thing to do when something is gone. */
export function useKeyedList<T extends Keyed>(
  list: string,
  items: T[],
  onChange: (items: T[]) => void,
) {
  const container = useRef<HTMLDivElement>(null);
  const wanted = useRef<string[]>([]);
  const [added, setAdded] = useState<number>();
  useEffect(() => {
    const buttons = wanted.current.map(tool =>
      container.current?.querySelector<HTMLElement>(
        `[data-tool="${list} ${tool}"] button:enabled`,
      ),
    );
    wanted.current = [];
    buttons.find(Boolean)?.focus();
  });
  return {
    container,
    /** The key of the one that was added last. */
    added,
    change: (key: number, part: Partial<T>) =>
      onChange(changed(items, key, part)),
    add(item: Omit<T, 'key'>) {
      const key = nextKey(items);
      setAdded(key);
      onChange([...items, { ...item, key } as T]);
    },
    remove(key: number) {
      wanted.current = ['add'];
      onChange(without(items, key));
    },
    move(key: number, by: 1 | -1) {
      const ways = by < 0 ? ['up', 'down'] : ['down', 'up'];
      wanted.current = ways.map(way => `${way} ${key}`);
      onChange(moved(items, key, by));
    },
  };
}
