import { Fragment, type ReactNode } from 'react';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import {
  RelativeTime,
  RunningClock,
  SeverityTag,
} from 'backstage-plugin-incidents-react';
import { incidentRouteRef } from '../routes';
import { incidentsTranslationRef } from '../translation';
import type { Line, LineValue } from './line';
import type { en } from './messages';
import { Moment } from './Moment';

/** Plural forms of one message are one key. */
type MessageKey = keyof typeof en extends infer Key
  ? Key extends `${infer Stem}_${'one' | 'other'}`
    ? Stem
    : Key
  : never;

/** The keys of the messages of one group, such as those below `service.onCall`. */
type KeyOf<Group extends string> = MessageKey extends infer Key
  ? Key extends `service.${Group}.${infer Rest}`
    ? Rest
    : never
  : never;

/** A translation that takes any of the keys: which values each of them needs is settled where the line is made. */
type Translate = (
  key: string,
  values: Record<string, string | number | JSX.Element>,
) => ReactNode;

export type SayProps<Group extends string> = {
  /** The part of the messages in which the line is found. */
  group: Group;
  line: Line<KeyOf<Group>>;
};

/** Says a line in the language of the reader. A line without a message does not compile. */
export function Say<const Group extends string>(props: SayProps<Group>) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { key, values = {} } = props.line;
  const shown = Object.entries(values).map(([name, value]) => [
    name,
    elementOf(value),
  ]);
  const say = t as Translate;
  return (
    <Fragment>
      {say(`service.${props.group}.${key}`, Object.fromEntries(shown))}
    </Fragment>
  );
}

function elementOf(value: LineValue): string | number | JSX.Element {
  if (typeof value !== 'object') return value;
  if ('ago' in value) return <RelativeTime at={value.ago} />;
  if ('at' in value) return <Moment at={value.at} />;
  if ('incident' in value) return <IncidentLink incidentKey={value.incident} />;
  if ('entity' in value)
    return <EntityRefLink entityRef={value.entity} hideIcon />;
  if ('severity' in value) {
    return <SeverityTag severity={value.severity} rank={value.rank} />;
  }
  return <RunningClock since={value.lasting} until={value.until} />;
}

function IncidentLink({ incidentKey: key }: { incidentKey: string }) {
  const incidentPage = useRouteRef(incidentRouteRef);
  return <Link href={incidentPage({ key })}>{key}</Link>;
}
