import {
  Link,
  sidebarConfig,
  useSidebarOpenState,
} from '@backstage/core-components';
import {
  configApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { portalTranslationRef } from '../translation';

const useStyles = makeStyles({
  root: {
    width: sidebarConfig.drawerWidthClosed,
    height: 3 * sidebarConfig.logoHeight,
    display: 'flex',
    alignItems: 'center',
    marginBottom: -14,
  },
  link: {
    display: 'flex',
    alignItems: 'center',
    gap: 12,
    marginLeft: 24,
    whiteSpace: 'nowrap',
    color: '#ffffff',
    fontSize: 20,
    fontWeight: 700,
    letterSpacing: '0.02em',
  },
});

/** A signal line with one peak: quiet, a bang, quiet again. */
function Mark() {
  return (
    <svg width="28" height="28" viewBox="0 0 28 28" aria-hidden="true">
      <path
        d="M2 16h6l3-11 6 19 3-8h6"
        fill="none"
        stroke="#ff8f6b"
        strokeWidth="2.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}

export function SidebarLogo() {
  const classes = useStyles();
  const { t } = useTranslationRef(portalTranslationRef);
  const organization =
    useApi(configApiRef).getOptionalString('organization.name');
  const { isOpen } = useSidebarOpenState();

  return (
    <div className={classes.root}>
      <Link
        to="/"
        underline="none"
        className={classes.link}
        // Begins with what can be read, so that it can be said to a computer too.
        aria-label={[organization, t('nav.home')].filter(Boolean).join(', ')}
      >
        <Mark />
        {isOpen && <span>{organization}</span>}
      </Link>
    </div>
  );
}
