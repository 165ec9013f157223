import { useEffect, useState } from 'react';
import type {
  PreviewSchedule,
  SchedulePreview,
} from 'backstage-plugin-incidents-common';
import { useIncidentsQuery } from 'backstage-plugin-incidents-react';

/** Milliseconds that nothing is typed before the backend is asked. */
const pause = 400;

export type Previewed = {
  /** The last that could be reckoned, and what it was reckoned for. */
  shown?: { asked: PreviewSchedule; preview: SchedulePreview };
  error?: Error;
  isAsking: boolean;
};

/** What a schedule would come to, asked again while it is written. */
export function usePreview(asked: PreviewSchedule): Previewed {
  const settled = useSettled(asked);
  const key = JSON.stringify(settled);
  const query = useIncidentsQuery(['schedule-preview', key], (api, signal) =>
    api.previewSchedule({ body: settled }, { signal }),
  );
  const [shown, setShown] = useState<Previewed['shown']>();
  const { data } = query;
  if (data && data !== shown?.preview)
    setShown({ asked: settled, preview: data });
  return {
    shown,
    error: query.error ?? undefined,
    isAsking: query.isPending || JSON.stringify(asked) !== key,
  };
}

/** A value once it has stood still for a moment. */
function useSettled(value: PreviewSchedule): PreviewSchedule {
  const [settled, setSettled] = useState(value);
  const text = JSON.stringify(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(JSON.parse(text)), pause);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
