import { useState } from 'react';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, ButtonIcon, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import { RiMoreLine } from '@remixicon/react';
import type { Alert } from 'backstage-plugin-incidents-common';
import { useNavigate } from 'react-router-dom';
import { alertsRouteRef } from '../routes';
import { incidentsTranslationRef } from '../translation';
import { BindDialog } from './BindDialog';
import type { AlertDeed, AlertWords, MayAct } from './describeAlert';
import type { Done } from './DoneLine';
import { MoveDialog } from './MoveDialog';
import { OnePressButton } from './OnePressButton';
import { SilenceDialog } from './SilenceDialog';
import { SplitDialog } from './SplitDialog';
import { sameAlert } from './stableMatchers';
import styles from './alerts.module.css';

export type AlertDeedsProps = {
  alert: Alert;
  words: AlertWords;
  may: MayAct;
  onDone: (done: Done) => void;
};

/** What needs no menu, in the order of the buttons. */
const onePress = [
  { action: 'declare', variant: 'primary' },
  { action: 'acknowledge', variant: 'secondary' },
] as const;

/** The next step as a button, the others in a menu beside it. */
export function AlertDeeds(props: AlertDeedsProps) {
  const navigate = useNavigate();
  const alertsHref = useRouteRef(alertsRouteRef)();
  const [asked, setAsked] = useState<AlertDeed>();
  const { alert, words } = props;
  const { title } = alert;
  const deeds = [words.first, ...words.others];
  const choose = (deed: AlertDeed) =>
    deed === 'dryRun'
      ? navigate(`${alertsHref}/dry-run?alert=${encodeURIComponent(alert.id)}`)
      : setAsked(deed);
  return (
    <div className={styles.deeds}>
      {words.first === 'bind' && (
        <BindButton title={title} onPress={() => setAsked('bind')} />
      )}
      {onePress
        .filter(({ action }) => deeds.includes(action))
        .map(button => (
          <OnePressButton
            key={button.action}
            {...button}
            alert={alert}
            onDone={props.onDone}
          />
        ))}
      <OtherDeeds title={title} deeds={words.others} onChoose={choose} />
      <AskedDeed {...props} deed={asked} onClose={() => setAsked(undefined)} />
    </div>
  );
}

function BindButton(props: { title: string; onPress: () => void }) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const deed = t('alert.deed.bind');
  return (
    <Button
      size="small"
      variant="primary"
      aria-label={t('alert.deed.about', { deed, title: props.title })}
      onPress={props.onPress}
    >
      {deed}
    </Button>
  );
}

function OtherDeeds(props: {
  title: string;
  deeds: AlertDeed[];
  onChoose: (deed: AlertDeed) => void;
}) {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const deeds = props.deeds.filter(deed => deed !== 'acknowledge');
  if (!deeds.length) return null;
  return (
    <MenuTrigger>
      <ButtonIcon
        size="small"
        variant="secondary"
        icon={<RiMoreLine />}
        aria-label={t('alert.deed.more', { title: props.title })}
      />
      <Menu onAction={deed => props.onChoose(deed as AlertDeed)}>
        {deeds.map(deed => (
          <MenuItem key={deed} id={deed}>
            {t(`alert.deed.${deed}`)}
          </MenuItem>
        ))}
      </Menu>
    </MenuTrigger>
  );
}

function AskedDeed(
  props: AlertDeedsProps & { deed?: AlertDeed; onClose: () => void },
) {
  const { alert, may, deed, onClose } = props;
  const onDone = (done: Done) => {
    props.onDone(done);
    onClose();
  };
  switch (deed) {
    case 'bind':
      return (
        <BindDialog
          alert={alert}
          mayMakeRules={may.makeRules}
          onDone={onDone}
          onClose={onClose}
        />
      );
    case 'silence':
      return (
        <SilenceDialog
          matchers={sameAlert(alert)}
          onDone={onDone}
          onClose={onClose}
        />
      );
    case 'move':
    case 'join':
      return <MoveDialog alert={alert} onDone={onDone} onClose={onClose} />;
    case 'split':
    case 'raise':
      return <SplitDialog alert={alert} onDone={onDone} onClose={onClose} />;
    default:
      return null;
  }
}
