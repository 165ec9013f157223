import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Flapping } from 'backstage-plugin-incidents-common';
import { useLanguage, useNow } from 'backstage-plugin-incidents-react';
import { incidentsTranslationRef } from '../translation';
import { describeFlapping } from './describeFlapping';

/** Why an alert that flaps neither calms its incident nor calls anybody again. */
export function FlappingNote({ flapping }: { flapping?: Flapping }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const language = useLanguage();
  const now = useNow(60_000);
  if (!flapping) return null;
  return <span>{describeFlapping(flapping, { now, language, t })}</span>;
}
