import type { Incident, WebhookReply } from 'backstage-plugin-incidents-common';
import { whenCatalogIsFull } from './exampleEntities';
import { momentAt } from './fillTimes';
import { followTags, type FollowedTags } from './followTags';
import { importSchedules } from './importSchedules';
import { momentsBetween } from './momentsBetween';
import type { RecordedEvent } from './recording';
import type { ReplayBackend } from './replayBackend';
import { requestOf, type RecordedRequest } from './requestOf';
import { tokensOf } from './tokensOf';

const day = 24 * 60 * 60;
const daysPerLine = 30;

/** Moves the clock on, and lets everything happen that falls due on the way. */
async function passTime(backend: ReplayBackend, to: Date): Promise<void> {
  for (const moment of momentsBetween(backend.clock.now(), to)) {
    backend.clock.moveTo(moment);
    await backend.tasks.runDue();
  }
}

async function post(url: string, request: RecordedRequest): Promise<unknown> {
  const { path, authorization, body } = request;
  const answer = await fetch(`${url}/api/incidents${path}`, {
    method: 'POST',
    headers: {
      ...{ authorization, 'content-type': 'application/json' },
      // Hours pass between two of them: the backend may just be closing the connection of the last one.
      connection: 'close',
    },
    body: JSON.stringify(body),
  });
  if (!answer.ok) {
    throw new Error(
      `POST ${path} was answered with ${answer.status}: ${await answer.text()}`,
    );
  }
  return answer.json();
}

function learn(tags: FollowedTags, event: RecordedEvent, reply: unknown) {
  if ('body' in event) {
    tags.delivered(reply as WebhookReply);
  } else if ('declare' in event) {
    tags.declared(event.declare.tag, reply as Incident);
  }
}

/** A line for every month that has passed, so that the wait is not silent. */
function progressOf(tell: (line: string) => void) {
  let next = -Infinity;
  return ({ t }: RecordedEvent) => {
    if (t < next) {
      return;
    }
    next = t + daysPerLine * day;
    tell(`  ${Math.round(-t / day)} days before now`);
  };
}

/**
 * Lets everything of a recording happen again, each at its moment before `end`.
 * The clock of the backend must stand before the first event.
 *
 * @throws Error with the event at which it stopped, and why.
 */
export async function replay(
  backend: ReplayBackend,
  recording: RecordedEvent[],
  { end, tell }: { end: Date; tell: (line: string) => void },
): Promise<void> {
  const tags = followTags();
  const tokenOf = tokensOf(backend.config);
  const progress = progressOf(tell);
  await whenCatalogIsFull(backend.url);
  await importSchedules(backend.url);
  for (const event of recording) {
    progress(event);
    await passTime(backend, momentAt(end, event.t));
    try {
      const request = requestOf(event, { end, keyOf: tags.keyOf, tokenOf });
      learn(tags, event, await post(backend.url, request));
    } catch (error) {
      throw new Error(
        `The replay stopped at ${event.t} s, as ${event.as}: ${
          (error as Error).message
        }`,
      );
    }
  }
  await passTime(backend, end);
}
