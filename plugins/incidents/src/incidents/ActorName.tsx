import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { Actor } from 'backstage-plugin-incidents-common';
import { incidentsTranslationRef } from '../translation';

/** Who did something: a person with the way to them, a monitor by its name, or the portal itself. */
export function ActorName({ actor }: { actor: Actor }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  if (actor.type === 'user') {
    return <EntityRefLink entityRef={actor.ref} hideIcon />;
  }
  return (
    <span title={actor.ref}>
      {actor.type === 'system' ? t('timeline.system') : actor.ref}
    </span>
  );
}
