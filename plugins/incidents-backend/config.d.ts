import type { HumanDuration } from '@backstage/types';

/** Somebody to call: exactly one of these, and settings with a notifier only. */
type EscalationTarget = {
  /** Of whoever is on call for the entity of the incident; 1 is asked first. */
  level?: number;
  /** Entity ref. */
  user?: string;
  /** Entity ref; its lead and its members, 20 at most. */
  group?: string;
  /** The lead of the group that owns the entity: its annotation `incidents/lead`. */
  lead?: true;
  /** Id of one of `webhooks`. */
  webhook?: string;
  /** Id of a notifier whose channel is told. */
  notifier?: string;
  /** For the notifier. */
  settings?: { [name: string]: any };
};

export interface Config {
  /** Incident management: where alerts come from, what becomes of them, and what the words mean. */
  incidents?: {
    /**
     * Whether the first start of the example portal replays the recorded quarter of `examples/`. Default true; read by the portal of
     * this repository only.
     */
    examples?: boolean;

    /** The places from which alerts come: one address each, `/api/incidents/webhooks/<id>`. */
    integrations?: Array<{
      /** Lower-case letters, digits, dots and dashes. */
      id: string;
      /** Which vendor's payload it sends, such as `alertmanager` or `generic`. */
      source: string;
      /**
       * What the sender shows: as `Authorization: Bearer`, as Basic password, or as last part of the address.
       * @visibility secret
       */
      token?: string;
      /**
       * Several tokens, all valid, while one replaces another.
       * @deepVisibility secret
       */
      tokens?: string[];
      /**
       * What a sender that signs its deliveries signs them with.
       * @visibility secret
       */
      secret?: string;
      /**
       * Several secrets, all valid, while one replaces another.
       * @deepVisibility secret
       */
      secrets?: string[];
      /**
       * Topics of the portal's event bus whose messages are alerts of this integration, such as those that a module of the events
       * plugin fills from Kafka, Amazon SQS or Google Pub/Sub. Each topic in one integration at most. Who may publish to them needs
       * no token; an integration with topics may do without one, and takes no webhooks then.
       * @visibility backend
       */
      topics?: string[];
      /** The entity of alerts that name none otherwise. */
      entityRef?: string;
      /** When its alerts flap. What is not set is as for all. */
      flapping?: {
        /** How many firings and resolves make an alert flap, from 3 to 100. Default what `incidents.flapping` says. */
        changes?: number;
        /**
         * Within how long a time. From a minute to a day; default what `incidents.flapping` says.
         * @visibility backend
         */
        within?: HumanDuration | string;
        /**
         * After how long without a change it flaps no more. From a minute to a day; default what `incidents.flapping` says.
         * @visibility backend
         */
        calm?: HumanDuration | string;
        /** Whether its alerts are never held as flapping. Default what `incidents.flapping` says. */
        disabled?: boolean;
      };
      /** For `cloudwatch` and `aws-eventbridge`: ARNs of the Amazon SNS topics whose messages are welcome. */
      topicArns?: string[];
      /** For `generic-mapped`: where each field of an alert stands in a payload, as JMESPath expressions. */
      mapping?: { [field: string]: string };
    }>;

    /**
     * Signals that are expected again and again, from jobs and from monitors themselves: the absence of one is an alert, and its
     * return resolves it. One address each, `/api/incidents/webhooks/heartbeats/<id>`, by GET or POST.
     */
    heartbeats?: Array<{
      /** Lower-case letters, digits, dots and dashes; the id of no integration. */
      id: string;
      /** What people call it. Default the id. */
      title?: string;
      /**
       * How often the signal comes. At least a minute.
       * @visibility backend
       */
      every: HumanDuration | string;
      /**
       * How late it may be. At least a minute; default a third of `every`.
       * @visibility backend
       */
      grace?: HumanDuration | string;
      /**
       * What the sender shows: as `Authorization: Bearer`, as Basic password, or as last part of the address.
       * @visibility secret
       */
      token?: string;
      /**
       * Several tokens, all valid, while one replaces another.
       * @deepVisibility secret
       */
      tokens?: string[];
      /** The entity that its absence is about. */
      entityRef?: string;
      /** How bad its absence is, in a word that the severity scheme knows. Default what the scheme has for alerts without one. */
      severity?: string;
      /** Of the alert. They find its entity as those of any alert do. */
      labels?: { [name: string]: string };
    }>;

    webhooks?: {
      /** Largest delivery in bytes. Default 4 MiB. */
      maxBytes?: number;
    };

    events?: {
      /**
       * For how long a message of the event bus is held, and tried again, while the database is away. Its consumer acknowledges it
       * only afterwards, if it waits for that. Default 10 minutes.
       * @visibility backend
       */
      holdFor?: HumanDuration | string;
    };

    maintenance?: {
      /** Calendars whose events are maintenance windows: while one is on, alerts of what it covers call nobody. */
      calendars?: Array<{
        /** Lower-case letters, digits, dots and dashes. */
        id: string;
        /**
         * Where it is published as iCalendar. Who knows it can read it.
         * @visibility secret
         */
        url: string;
        /** What events cover that name no entity of their own. */
        entityRefs?: string[];
        /**
         * How often it is read. At least a minute; default 15 minutes.
         * @visibility backend
         */
        every?: HumanDuration | string;
        /** Name of the IANA database, for events without a zone. Default what the calendar says, else UTC. */
        zone?: string;
        /** Whether it may stand in a private network, and be read without encryption. Default false. */
        allowPrivateAddress?: boolean;
      }>;
    };

    holds?: {
      /**
       * How long before its end whoever made a silence or a maintenance window is told that it still holds alerts that fire. At least
       * a minute; default 15 minutes.
       * @visibility backend
       */
      announceBefore?: HumanDuration | string;
    };

    retention?: {
      /**
       * For how long a delivery is known, so that it counts once if it is sent again. At least an hour; default 30 days.
       * @visibility backend
       */
      deliveries?: HumanDuration | string;
      /**
       * For how long a delivery that could not be understood is kept, to be read again. At least an hour; default 90 days.
       * @visibility backend
       */
      deadLetters?: HumanDuration | string;
      /**
       * For how long the body of a delivery that was understood is kept, to be looked at and replayed. `0` or `false` keeps none;
       * otherwise at least an hour. Default 7 days. Bodies of more than a million bytes are never kept.
       * @visibility backend
       */
      payloads?: HumanDuration | string | 0 | false;
    };

    routing?: {
      /** Labels whose value may be the name of an entity, in order. Default service, app, component, job. */
      labels?: string[];
    };

    /**
     * Alerts that fire and resolve again and again: they stay open until they are calm, and only the first of it is told.
     */
    flapping?: {
      /** How many firings and resolves make an alert flap, from 3 to 100. Default 6. */
      changes?: number;
      /**
       * Within how long a time. From a minute to a day; default 30 minutes.
       * @visibility backend
       */
      within?: HumanDuration | string;
      /**
       * After how long without a change it flaps no more. From a minute to a day; default 15 minutes.
       * @visibility backend
       */
      calm?: HumanDuration | string;
      /** Whether no alert is ever held as flapping. Default false. */
      disabled?: boolean;
    };

    triage?: {
      /**
       * What becomes of an alert when no incident is open in its place: `declare` one, `suggest` one to people, or `attach`, which
       * keeps it without; all three join one that is open. `record` only keeps it. Default declare.
       */
      default?: 'declare' | 'suggest' | 'attach' | 'record';
      /** The same by severity level, such as `SEV4: record`. */
      bySeverity?: {
        [level: string]: 'declare' | 'suggest' | 'attach' | 'record';
      };
      /**
       * Labels whose values part the incidents of one entity; `alert` is the name of the alert: its label `alertname`, else its
       * title. Default none: one open incident per entity.
       */
      groupBy?: string[];
      /**
       * How long an open incident may be left alone by alerts and still be joined. At least a minute; default for ever.
       * @visibility backend
       */
      window?: HumanDuration | string;
      /** How many alerts an incident takes before the next one declares an incident that follows it. Default any number. */
      cap?: number;
      /** The first that matches an alert wins; what its `then` leaves out is as for all alerts. */
      policies?: Array<{
        /** What people call it; stands beside its line of config in reasons. */
        name?: string;
        /** All that is named must hold. Patterns know `*` and `?`. */
        match: {
          /** Patterns of the entity's ref, or of a system, domain, group or user that includes it. */
          entities?: string[];
          /** Levels of `incidents.severities`. */
          severities?: string[];
          /** A pattern for each label; a label that is absent is equal to the empty text. */
          labels?: { [label: string]: string };
          /** A pattern of the title. */
          title?: string;
          /** Patterns of ids of integrations. */
          integrations?: string[];
        };
        then: {
          outcome?: 'declare' | 'suggest' | 'attach' | 'record';
          groupBy?: string[];
          /** @visibility backend */
          window?: HumanDuration | string;
          cap?: number;
        };
      }>;
      /** What an open incident on something that an entity depends on means for a new incident of that entity. */
      inhibition?: {
        /** Levels of `incidents.severities` that make an incident a likely cause. Default those of the ranks 1 and 2. */
        severities?: string[];
        /** Steps from an entity to what it depends on, 0 to 5; 0 looks at nothing. Default 1. */
        depth?: number;
        /** Whether nobody is paged for an incident while a likely cause of it is open and not mitigated. Default false. */
        holdPages?: boolean;
      };
      autoResolve?: {
        /** Resolve an incident that has been mitigated for so long without an alert. Default never. */
        afterMitigated?: HumanDuration | string;
      };
    };

    /** Who is on call elsewhere, who is away, and what people are told of their shifts. */
    onCall?: {
      /** Notices of the portal about the shifts of its own schedules. */
      notices?: {
        /** Default true. */
        enabled?: boolean;
        /**
         * How long before a shift begins whoever has it is told. At most 7 days; default 1 hour.
         * @visibility backend
         */
        beforeBegin?: HumanDuration | string;
        /** Whether they are told that it has ended, too. Default true. */
        atEnd?: boolean;
      };
      /** What people confirm that they can log in to, before a shift. */
      access?: {
        /**
         * How long a confirmation holds, from 1 to 400 days. Default 30 days.
         * @visibility backend
         */
        holdsFor?: HumanDuration | string;
      };
      /** Calendars that say who is on call: `incidents/on-call: ical:<id>`. */
      calendars?: Array<{
        /** Lower-case letters, digits, dots and dashes. */
        id: string;
        /** What people call it. Default the id. */
        title?: string;
        /**
         * Where it is published as iCalendar. Who knows it can read it.
         * @visibility secret
         */
        url: string;
        /** The first is asked first. Without them every event is of one level. */
        levels?: Array<{
          name: string;
          /** How the titles of its events begin; the rest of the title may name who is on call. Default the name and a colon. */
          prefix?: string;
        }>;
        /** Name of the IANA database, for events without a zone. Default what the calendar says, else UTC. */
        zone?: string;
        /** Whether it may stand in a private network, and be read without encryption. Default false. */
        allowPrivateAddress?: boolean;
      }>;
      /** Calendars that say when people are away. People may add their own in the portal. */
      absences?: Array<{
        /** Entity ref. */
        user: string;
        /**
         * Where it is published as iCalendar. Who knows it can read it.
         * @visibility secret
         */
        url: string;
        /** Name of the IANA database, for events without a zone. Default what the calendar says, else UTC. */
        zone?: string;
        /** Whether it may stand in a private network, and be read without encryption. Default false. */
        allowPrivateAddress?: boolean;
      }>;
    };

    /** Who is woken for an incident, and who next if nobody answers. */
    escalation?: {
      /**
       * The first that matches an incident is copied into its page; an entity may name another one by the annotation
       * `incidents/escalation-policy`. Default one policy for the severities of the ranks 1 and 2; an empty list pages nobody.
       */
      policies?: Array<{
        /** Lower-case letters, digits and dashes. */
        id: string;
        /** All that is named must hold. Default everything. */
        match?: {
          /** Levels of `incidents.severities`. */
          severities?: string[];
          /** Patterns of an affected entity, or of a system, domain, group or user that includes it. They know `*` and `?`. */
          entityRefs?: string[];
          businessHours?: {
            /** Name of the IANA database. */
            timeZone: string;
            /** Default mon to fri. */
            days?: Array<'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun'>;
            /** `HH:MM` */
            from: string;
            /** `HH:MM`; before `from` it is on the next day, and the same as `from` is the whole day. */
            to: string;
            /** Which side of these hours is meant. Default inside. */
            when?: 'inside' | 'outside';
          };
        };
        steps: Array<{
          /**
           * From the beginning of a round, longer with each step. Default at once.
           * @visibility backend
           */
          after?: HumanDuration | string;
          /** Who is called: each names one of these. */
          targets: EscalationTarget[];
        }>;
        /** How many times the steps are taken again when nobody answers, from 0 to 20. Default 2. */
        repeats?: number;
        /**
         * From the beginning of a round to that of the next. Default the last step and 5 minutes.
         * @visibility backend
         */
        roundLasts?: HumanDuration | string;
        /**
         * After how long without anything that a person does in the incident an acknowledged page calls people again. At least a
         * minute; default 30 minutes.
         * @visibility backend
         */
        acknowledgedFor?: HumanDuration | string;
        /** Who is called when a step finds nobody. Default the lead of the owner. */
        fallback?: EscalationTarget[];
        /** Who is told when nobody has answered in any round. Default the lead of the owner. */
        finalAlarm?: EscalationTarget[];
      }>;
      /** Mails to whoever is paged and has an address in the catalog. Without it nobody is told by mail from here. */
      email?: {
        /**
         * `smtp://` or `smtps://`, with user and password if need be; instead of host, port, secure, user and pass.
         * @visibility secret
         */
        url?: string;
        host?: string;
        /** Default 465 with `secure`, else 587. */
        port?: number;
        /** TLS from the beginning. Default false: then it begins with STARTTLS. */
        secure?: boolean;
        user?: string;
        /** @visibility secret */
        pass?: string;
        /** Whether nothing is sent to a server without TLS. Default true. */
        requireTls?: boolean;
        /** Such as `Incidents <incidents@example.com>`. */
        from: string;
        replyTo?: string;
        /** Default en. */
        language?: 'en' | 'ja';
      };
      /** Links in mails by which one person acknowledges once, without signing in. Without it mails lead to the portal alone. */
      acknowledgeLinks?: {
        /**
         * 32 characters or more each. The first seals links, all open them: to change it, put a new one in front and remove the old
         * one after `validFor`.
         * @visibility secret
         */
        keys: string[];
        /**
         * From a minute to seven days; default 24 hours.
         * @visibility backend
         */
        validFor?: HumanDuration | string;
      };
      /** Addresses outside that policies may name. */
      webhooks?: Array<{
        /** Lower-case letters, digits and dashes. */
        id: string;
        /**
         * Is posted to. Begins with https://.
         * @visibility secret
         */
        url: string;
        /**
         * What the body is signed with, 16 characters or more.
         * @visibility secret
         */
        secret: string;
        /** Whether it may stand in a private network, and be told without encryption. Default false. */
        allowPrivateAddress?: boolean;
      }>;
    };

    /** Severity definitions. Without them the shipped scheme holds. */
    severities?: {
      /** Name of the scheme of entities that inherit no other. */
      default: string;
      /** Labels that carry the monitor's word for how bad it is, in order. Default severity, priority. */
      labels?: string[];
      schemes: Array<{
        name: string;
        title: string;
        /** Level of an alert that brings no severity or an unknown one. */
        default: string;
        /** The worst first. */
        levels: Array<{
          id: string;
          title: string;
          criteria: string;
          /** What monitors say for it. */
          words?: string[];
          response?: string;
          commander?: string;
          pages?: string;
          customerNotice?: string;
          internalUpdate?: string;
          review?: string;
        }>;
      }>;
    };

    selfCheck?: {
      heartbeat?: {
        /**
         * Is posted to every 30 seconds by each replica, as long as nothing is stuck: the address of a service outside that raises
         * an alarm when it stays away.
         *
         * @visibility secret
         */
        url: string;
      };
    };

    runbooks?: {
      /**
       * Whether runbooks of entities that are defined in local files are read from the disk. For development; default false.
       */
      allowFiles?: boolean;
    };
  };
}
