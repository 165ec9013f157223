import { useEffect, useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button } from '@backstage/ui';
import { incidentsTranslationRef } from '../../translation';
import { isSame, type ScheduleDraft } from './draftSchedule';
import { keepDraft, keptDraft } from './keptDraft';

export type KeptNoteProps = {
  /** Which form, for the storage of the tab. */
  place: string;
  start: ScheduleDraft;
  draft: ScheduleDraft;
  onRestore: (draft: ScheduleDraft) => void;
};

/** Keeps what is written from loss by the way back of the browser, and offers it again. */
export function KeptNote({ place, start, draft, onRestore }: KeptNoteProps) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const [found, setFound] = useState(() => keptDraft(place, start));
  const isDirty = !isSame(draft, start);
  useEffect(() => {
    if (isDirty) keepDraft(place, { start, draft });
  }, [place, start, draft, isDirty]);
  if (!found || isSame(found, draft)) return null;
  return (
    <Alert
      status="info"
      icon
      title={t('editor.kept')}
      customActions={
        <>
          <Button
            size="small"
            variant="primary"
            onPress={() => {
              onRestore(found);
              setFound(undefined);
            }}
          >
            {t('editor.kept.restore')}
          </Button>
          <Button
            size="small"
            variant="secondary"
            onPress={() => {
              keepDraft(place, undefined);
              setFound(undefined);
            }}
          >
            {t('editor.kept.drop')}
          </Button>
        </>
      }
    />
  );
}
