import {
  createConditionExports,
  createPermissionResourceRef,
  createPermissionRule,
} from '@backstage/plugin-permission-node';
import {
  ALERT_RESOURCE_TYPE,
  INCIDENT_RESOURCE_TYPE,
} from 'backstage-plugin-incidents-common';
import { z } from 'zod';

/**
 * What access to an incident or an alert may depend on.
 *
 * @public
 */
export type AccessSubject = { entityRefs: string[]; ownerRefs: string[] };

/**
 * One condition of a filter: an affected entity is one of these, or is owned by one of these.
 *
 * @public
 */
export type AccessCondition = {
  property: 'entity' | 'owner';
  values: string[];
};

/**
 * What the conditions of a policy on incidents refer to.
 *
 * @public
 */
export const incidentResourceRef = createPermissionResourceRef<
  AccessSubject,
  AccessCondition
>().with({ pluginId: 'incidents', resourceType: INCIDENT_RESOURCE_TYPE });

/**
 * What the conditions of a policy on alerts refer to.
 *
 * @public
 */
export const alertResourceRef = createPermissionResourceRef<
  AccessSubject,
  AccessCondition
>().with({ pluginId: 'incidents', resourceType: ALERT_RESOURCE_TYPE });

const refs = (values: string[]) =>
  values.map(value => value.toLocaleLowerCase('en-US'));

const ownedBy = {
  name: 'AFFECTS_OWNED_ENTITY',
  description: 'Allow where an affected entity is owned by one of the claims',
  paramsSchema: z.object({
    claims: z.array(z.string()).describe('Entity refs of users and groups'),
  }),
  apply: (subject: AccessSubject, { claims }: { claims: string[] }) =>
    subject.ownerRefs.some(ref => refs(claims).includes(ref)),
  toQuery: ({ claims }: { claims: string[] }): AccessCondition => ({
    property: 'owner',
    values: refs(claims),
  }),
};

const affects = {
  name: 'AFFECTS_ENTITY',
  description: 'Allow where one of these entities is affected',
  paramsSchema: z.object({ entityRefs: z.array(z.string()) }),
  apply: (subject: AccessSubject, { entityRefs }: { entityRefs: string[] }) =>
    subject.entityRefs.some(ref => refs(entityRefs).includes(ref)),
  toQuery: ({ entityRefs }: { entityRefs: string[] }): AccessCondition => ({
    property: 'entity',
    values: refs(entityRefs),
  }),
};

/**
 * The rules by which a policy can choose among incidents.
 *
 * @public
 */
export const incidentRules = {
  affectsOwnedEntity: createPermissionRule({
    ...ownedBy,
    resourceRef: incidentResourceRef,
  }),
  affectsEntity: createPermissionRule({
    ...affects,
    resourceRef: incidentResourceRef,
  }),
};

/**
 * The rules by which a policy can choose among alerts.
 *
 * @public
 */
export const alertRules = {
  affectsOwnedEntity: createPermissionRule({
    ...ownedBy,
    resourceRef: alertResourceRef,
  }),
  affectsEntity: createPermissionRule({
    ...affects,
    resourceRef: alertResourceRef,
  }),
};

const incidentExports = createConditionExports({
  resourceRef: incidentResourceRef,
  rules: incidentRules,
});

const alertExports = createConditionExports({
  resourceRef: alertResourceRef,
  rules: alertRules,
});

/**
 * Conditions for permission policies: `incidentConditions.affectsOwnedEntity({ claims })`.
 *
 * @public
 */
export const incidentConditions = incidentExports.conditions;

/**
 * What a policy answers when it allows some incidents and not others.
 *
 * @public
 */
export const createIncidentConditionalDecision =
  incidentExports.createConditionalDecision;

/**
 * The rules for alerts as conditions, to be used in a policy.
 *
 * @public
 */
export const alertConditions = alertExports.conditions;

/**
 * What a policy answers when it allows some alerts and not others.
 *
 * @public
 */
export const createAlertConditionalDecision =
  alertExports.createConditionalDecision;
