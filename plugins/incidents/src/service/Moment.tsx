import {
  describeInstant,
  useLanguage,
  useNow,
} from 'backstage-plugin-incidents-react';
import { describeMoment } from './describeMoment';

/** A wall-clock time in the zone of the reader, exact on hover. */
export function Moment({ at }: { at: string }) {
  const language = useLanguage();
  const now = useNow(60_000);
  return (
    <time dateTime={at} title={describeInstant(at, now, language).exact}>
      {describeMoment(at, now, language)}
    </time>
  );
}
