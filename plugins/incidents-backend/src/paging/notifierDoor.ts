import type { AuditorService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import type {
  HeardAnswers,
  IncidentNotifier,
} from 'backstage-plugin-incidents-node';
import express, { type Request, type Router } from 'express';
import { promisify } from 'node:util';
import { answerFromOutside, type OutsideAnswer } from './answerFromOutside';
import type { AnswerDeps } from './answerPage';

export type NotifierDoorDeps = AnswerDeps & {
  notifiers: Map<string, IncidentNotifier>;
  auditor: AuditorService;
};

const readBody = promisify(express.raw({ type: () => true, limit: '1mb' }));

/** The door for what people say where they were told: `POST /notifiers/<id>`. The notifier checks that it is genuine. */
export function mountNotifiers(router: Router, deps: NotifierDoorDeps): void {
  router.post('/notifiers/:id', async (request, response) => {
    const notifier = deps.notifiers.get(request.params.id);
    if (!notifier?.hear) {
      throw new NotFoundError('There is no notifier that listens by this id');
    }
    await readBody(request, response);
    const rawBody = Buffer.isBuffer(request.body)
      ? request.body
      : Buffer.alloc(0);
    const heard = notifier.hear({ rawBody, headers: request.headers });
    const answers = await audited(deps, { request, notifier, heard });
    const { remark } = heard;
    response.status(202).json({ answers, ...(remark && { remark }) });
  });
}

async function audited(
  deps: NotifierDoorDeps,
  about: { request: Request; notifier: IncidentNotifier; heard: HeardAnswers },
): Promise<OutsideAnswer[]> {
  const { request, notifier, heard } = about;
  if (heard.answers.length === 0) return [];
  const event = await deps.auditor.createEvent({
    eventId: 'pages-acknowledge-outside',
    severityLevel: 'medium',
    request,
    meta: { notifier: notifier.id },
  });
  try {
    const answers: OutsideAnswer[] = [];
    for (const answer of heard.answers) {
      answers.push(await answerFromOutside(deps, notifier, answer));
    }
    await event.success({ meta: { answers } });
    return answers;
  } catch (error) {
    await event.fail({ error: error as Error });
    throw error;
  }
}
