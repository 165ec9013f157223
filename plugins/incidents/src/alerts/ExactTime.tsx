import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  describeInstant,
  useLanguage,
  useNow,
} from 'backstage-plugin-incidents-react';
import { describeMoment } from '../service/describeMoment';
import { incidentsTranslationRef } from '../translation';

/** An end that people plan by: the clock time in the reader's zone, in a sentence. */
export function ExactTime(props: { at: string; sentence: 'silence.ends' }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const language = useLanguage();
  const now = useNow(60_000);
  const { at } = props;
  return (
    <time dateTime={at} title={describeInstant(at, now, language).exact}>
      {t(props.sentence, { at: describeMoment(at, now, language) })}
    </time>
  );
}
