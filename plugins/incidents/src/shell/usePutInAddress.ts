import { useSearchParams } from 'react-router-dom';

/** Puts one thing into the query of the address, or takes it out; the rest of it stays. */
export function usePutInAddress(): (
  key: string,
  value: string | undefined,
) => void {
  const [, setSearch] = useSearchParams();
  return (key, value) =>
    setSearch(before => {
      const after = new URLSearchParams(before);
      if (value === undefined) after.delete(key);
      else after.set(key, value);
      return after;
    });
}
