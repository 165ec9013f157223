import type { AuditorService } from '@backstage/backend-plugin-api';
import type { Request, Response, Router } from 'express';
import type { Clock } from 'backstage-plugin-incidents-node';
import { countsPerMinute } from '../platform/countsPerMinute';
import type { Answered, AnswerLinks } from './answerLinks';
import { sheetHeaders, writeSheet } from './answerSheet';
import { languages } from './messages';

export type AnswerDoorDeps = {
  answers: AnswerLinks;
  auditor: AuditorService;
  clock: Clock;
  /** Where people open the portal. */
  baseUrl: string;
};

/** Of one address, in a minute; a person and some scanners of mails open it a few times. */
const mostPerMinute = 30;

/**
 * The door behind the links of mails: `/answers/<token>`. Programs that open each link of a mail only look; what changes something
 * is the button.
 */
export function mountAnswers(router: Router, deps: AnswerDoorDeps): void {
  const { answers } = deps;
  const isTooOften = countsPerMinute(deps.clock, mostPerMinute);
  router.all('/answers/:token', async (request, response) => {
    const { token } = request.params;
    // The portal writes the address into its log once the answer is out, and whoever knows it may answer.
    request.originalUrl = request.originalUrl
      .replaceAll(token, '***')
      .replaceAll(encodeURIComponent(token), '***');
    if (isTooOften(token)) {
      response.setHeader('Retry-After', '60');
      send(deps, { request, response }, { state: 'often' });
      return;
    }
    const answered =
      request.method === 'POST'
        ? await audited(deps, request, () => answers.acknowledge(token))
        : await answers.look(token);
    send(deps, { request, response }, answered);
  });
}

function send(
  { baseUrl }: AnswerDoorDeps,
  { request, response }: { request: Request; response: Response },
  answered: Answered | { state: 'often' },
): void {
  // Without a preference it is English.
  const wanted = request.acceptsLanguages(...languages);
  const language = languages.find(one => one === wanted) ?? 'en';
  const portal = baseUrl.replace(/\/+$/, '');
  const { status, html } = writeSheet(answered, { language, portal });
  for (const [name, value] of Object.entries(sheetHeaders)) {
    response.setHeader(name, value);
  }
  response.status(status).type('html').send(html);
}

/** Tells who answered what; of an address that is not ours, that somebody tried. */
async function audited(
  { auditor }: AnswerDoorDeps,
  request: Request,
  work: () => Promise<Answered>,
): Promise<Answered> {
  const event = await auditor.createEvent({
    eventId: 'pages-acknowledge-by-link',
    severityLevel: 'medium',
    request,
  });
  try {
    const answered = await work();
    const meta =
      answered.state === 'unknown'
        ? { state: answered.state }
        : {
            ...{ state: answered.state, person: answered.person },
            ...{ incident: answered.incident.key, notice: answered.noticeId },
          };
    if (answered.state === 'done') await event.success({ meta });
    else {
      const error = new Error(`The link is ${answered.state}`);
      await event.fail({ error, meta });
    }
    return answered;
  } catch (error) {
    await event.fail({ error: error as Error });
    throw error;
  }
}
