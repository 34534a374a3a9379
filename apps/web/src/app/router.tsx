import { createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { inboxFilterOf, type InboxFilter } from '../features/inbox/inbox-filter';
import { auditSearchOf, type AuditSearch } from '../features/audit/audit-search';
import { searchOf, type StatisticSearch } from '../features/statistics/statistic-search';
import { Frame } from '../frame/frame';
import { withDeskTexts } from '../i18n/i18n';
import { activate, firstSetup, nomineeReport, publicNotice, verify, verifyFile } from './open-routes';
import { desk, root } from './root-route';

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    // The router's own way to leave a page: it expects the thrown redirect object.
    // eslint-disable-next-line @typescript-eslint/only-throw-error
    throw redirect({ to: '/viec' });
  },
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/dang-nhap',
  validateSearch: (search: Record<string, unknown>): { ve?: string } => {
    const back = text(search['ve']);
    return back?.startsWith('/') === true && !back.startsWith('//') ? { ve: back } : {};
  },
  component: lazyRouteComponent(() => import('../features/sign-in/sign-in-page')),
});

const frame = createRoute({ getParentRoute: () => root, id: 'frame', component: Frame });
const inFrame = { getParentRoute: () => frame } as const;

const inbox = createRoute({
  ...inFrame,
  path: '/viec',
  validateSearch: (search: Record<string, unknown>): { loc?: InboxFilter; q?: string } => {
    const filter = inboxFilterOf(search['loc']);
    const q = text(search['q']);
    return { ...(filter === undefined ? {} : { loc: filter }), ...(q === undefined ? {} : { q }) };
  },
  component: lazyRouteComponent(() => import('../features/inbox/inbox-page')),
});
const task = createRoute({ ...inFrame, path: '/viec/$id', component: lazyRouteComponent(() => import('../features/task/task-page')) });
const dossiers = createRoute({
  ...inFrame,
  path: '/ho-so',
  validateSearch: (search: Record<string, unknown>): { q?: string; tt?: string } => {
    const q = text(search['q']);
    const status = text(search['tt']);
    return { ...(q === undefined ? {} : { q }), ...(status === undefined ? {} : { tt: status }) };
  },
  component: lazyRouteComponent(() => import('../features/dossiers/dossiers-page')),
});
const wizard = createRoute({ ...inFrame, path: '/ho-so/moi', component: desk(() => import('../features/wizard/wizard-page')) });
const paperEntry = createRoute({ ...inFrame, path: '/nhap-thay', component: desk(() => import('../features/intake/paper-entry-page')) });
const dossier = createRoute({
  ...inFrame,
  path: '/ho-so/$id',
  component: lazyRouteComponent(() => import('../features/dossiers/dossier-page')),
});
const clusters = createRoute({ ...inFrame, path: '/cum-khoi', component: desk(() => import('../features/clusters/clusters-page')) });
const clusterMeeting = createRoute({
  ...inFrame,
  path: '/cum-khoi/luot/$id',
  component: lazyRouteComponent(withDeskTexts(() => import('../features/clusters/cluster-meeting-page'))),
});
const delegations = createRoute({
  ...inFrame,
  path: '/giao-ky-thay',
  component: lazyRouteComponent(withDeskTexts(() => import('../features/delegations/delegations-page'))),
});
const rounds = createRoute({ ...inFrame, path: '/dot-xet', component: lazyRouteComponent(() => import('../features/rounds/rounds-page')) });
const round = createRoute({ ...inFrame, path: '/dot-xet/$id', component: desk(() => import('../features/rounds/round-page')) });
const session = createRoute({
  ...inFrame,
  path: '/phien-hop/$id',
  component: lazyRouteComponent(() => import('../features/ballot/session-page')),
});
const sessionPlan = createRoute({
  ...inFrame,
  path: '/dot-xet/$id/phien-hop',
  component: lazyRouteComponent(() => import('../features/ballot/plan-page')),
});
const funds = createRoute({
  ...inFrame,
  path: '/quy-khen-thuong',
  component: lazyRouteComponent(() => import('../features/money/funds-page')),
});
const calendar = createRoute({ ...inFrame, path: '/lich-lam-viec', component: desk(() => import('../features/calendar/calendar-page')) });
const law = createRoute({ ...inFrame, path: '/goi-quy-dinh', component: desk(() => import('../features/law/law-page')) });
const matrix = createRoute({ ...inFrame, path: '/goi-quy-dinh/ma-tran', component: desk(() => import('../features/law/matrix-page')) });
const templates = createRoute({ ...inFrame, path: '/mau-van-ban', component: desk(() => import('../features/templates/templates-page')) });
const templateKind = createRoute({
  ...inFrame,
  path: '/mau-van-ban/$kind',
  component: lazyRouteComponent(withDeskTexts(() => import('../features/templates/kind-page'))),
});
const template = createRoute({
  ...inFrame,
  path: '/mau-van-ban/$kind/$id',
  component: lazyRouteComponent(withDeskTexts(() => import('../features/templates/template-page'))),
});
const definitions = createRoute({ ...inFrame, path: '/quy-trinh', component: desk(() => import('../features/modeler/definitions-page')) });
const definition = createRoute({
  ...inFrame,
  path: '/quy-trinh/$id',
  component: lazyRouteComponent(withDeskTexts(() => import('../features/modeler/definition-page'))),
});
const compareVersions = createRoute({
  ...inFrame,
  path: '/quy-trinh/$id/so-sanh/$voi',
  component: lazyRouteComponent(withDeskTexts(() => import('../features/modeler/compare-page'))),
});
const whatIf = createRoute({
  ...inFrame,
  path: '/quy-trinh/$id/chay-thu',
  validateSearch: (search: Record<string, unknown>): { lan?: string } => {
    const run = text(search['lan']);
    return run === undefined ? {} : { lan: run };
  },
  component: lazyRouteComponent(withDeskTexts(() => import('../features/what-if/what-if-page'))),
});
const setupSteps = createRoute({ ...inFrame, path: '/cai-dat/cac-buoc', component: desk(() => import('../features/setup/steps-page')) });
const administration = createRoute({ ...inFrame, path: '/quan-tri', component: desk(() => import('../features/admin/admin-page')) });
const organisations = createRoute({
  ...inFrame,
  path: '/to-chuc',
  component: lazyRouteComponent(withDeskTexts(() => import('../features/organisations/organisations-page'))),
});
const merger = createRoute({
  ...inFrame,
  path: '/to-chuc/sap-nhap',
  validateSearch: (search: Record<string, unknown>): { tu?: string } => {
    const id = text(search['tu']);
    return id === undefined ? {} : { tu: id };
  },
  component: lazyRouteComponent(withDeskTexts(() => import('../features/organisations/merger-page'))),
});
const organisation = createRoute({
  ...inFrame,
  path: '/to-chuc/$id',
  component: lazyRouteComponent(withDeskTexts(() => import('../features/organisations/organisation-page'))),
});
const people = createRoute({
  ...inFrame,
  path: '/nhan-su',
  validateSearch: (search: Record<string, unknown>): { donVi?: string } => {
    const id = text(search['donVi']);
    return id === undefined ? {} : { donVi: id };
  },
  component: lazyRouteComponent(withDeskTexts(() => import('../features/people/people-page'))),
});
const account = createRoute({
  ...inFrame,
  path: '/tai-khoan',
  component: desk(() => import('../features/people/account-page')),
});
const rosters = createRoute({ ...inFrame, path: '/hoi-dong', component: desk(() => import('../features/councils/rosters-page')) });
const allDelegations = createRoute({
  ...inFrame,
  path: '/giao-ky-thay/tat-ca',
  component: lazyRouteComponent(withDeskTexts(() => import('../features/delegations/all-delegations-page'))),
});
const registerTables = createRoute({
  ...inFrame,
  path: '/nhap-danh-muc',
  component: lazyRouteComponent(withDeskTexts(() => import('../features/people/registers-page'))),
});
const queues = createRoute({ ...inFrame, path: '/hang-doi', component: desk(() => import('../features/queues/queues-page')) });
const audit = createRoute({
  ...inFrame,
  path: '/nhat-ky',
  validateSearch: (search: Record<string, unknown>): AuditSearch => auditSearchOf(search),
  component: desk(() => import('../features/audit/audit-page')),
});
const incidents = createRoute({ ...inFrame, path: '/su-co', component: desk(() => import('../features/incidents/incidents-page')) });
const incident = createRoute({ ...inFrame, path: '/su-co/$id', component: desk(() => import('../features/incidents/incident-page')) });
const matter = createRoute({ ...inFrame, path: '/su-co/$kind/$id', component: desk(() => import('../features/incidents/matter-page')) });
const evidence = createRoute({
  ...inFrame,
  path: '/thanh-tich',
  component: lazyRouteComponent(() => import('../features/evidence/evidence-page')),
});
const subject = createRoute({
  ...inFrame,
  path: '/thanh-tich/$id',
  component: lazyRouteComponent(() => import('../features/evidence/subject-page')),
});
const pastImport = createRoute({ ...inFrame, path: '/nhap-qua-khu', component: desk(() => import('../features/evidence/import-page')) });
const registers = createRoute({
  ...inFrame,
  path: '/so-van-ban',
  validateSearch: (search: Record<string, unknown>): { nam?: number } => {
    const year = Number(search['nam']);
    return Number.isInteger(year) && year >= 2000 && year <= 2100 ? { nam: year } : {};
  },
  component: lazyRouteComponent(withDeskTexts(() => import('../features/registers/registers-page'))),
});
const blanks = createRoute({ ...inFrame, path: '/phoi', component: desk(() => import('../features/blanks/blanks-page')) });
const blank = createRoute({ ...inFrame, path: '/phoi/$id', component: desk(() => import('../features/blanks/blank-page')) });
const signing = createRoute({ ...inFrame, path: '/chu-ky-so', component: desk(() => import('../features/signing/signing-page')) });
const movements = createRoute({ ...inFrame, path: '/phong-trao', component: desk(() => import('../features/movements/movements-page')) });
const movement = createRoute({
  ...inFrame,
  path: '/phong-trao/$id',
  validateSearch: (search: Record<string, unknown>): { muc?: string } => {
    const muc = text(search['muc']);
    return muc === undefined ? {} : { muc };
  },
  component: lazyRouteComponent(withDeskTexts(() => import('../features/movements/movement-page'))),
});
const work = createRoute({ ...inFrame, path: '/phong-trao/viec/$id', component: desk(() => import('../features/movements/work-page')) });
const statistics = createRoute({
  ...inFrame,
  path: '/thong-ke',
  validateSearch: (search: Record<string, unknown>): StatisticSearch => searchOf(search),
  component: lazyRouteComponent(withDeskTexts(() => import('../features/statistics/statistics-page'))),
});
const launch = createRoute({
  ...inFrame,
  path: '/phong-trao/phat-dong/$draft',
  component: lazyRouteComponent(withDeskTexts(() => import('../features/movements/lifecycle/launch-page'))),
});
const amend = createRoute({
  ...inFrame,
  path: '/phong-trao/dieu-chinh/$id/$draft',
  component: lazyRouteComponent(withDeskTexts(() => import('../features/movements/lifecycle/amend-page'))),
});
const drafts = createRoute({
  ...inFrame,
  path: '/phong-trao/du-thao',
  component: lazyRouteComponent(withDeskTexts(() => import('../features/movements/drafts/drafts-page'))),
});
const draft = createRoute({
  ...inFrame,
  path: '/phong-trao/du-thao/$id',
  component: lazyRouteComponent(withDeskTexts(() => import('../features/movements/drafts/draft-page'))),
});

const pages = [
  drafts,
  draft,
  statistics,
  movements,
  movement,
  work,
  launch,
  amend,
  signing,
  templates,
  templateKind,
  template,
  registers,
  blanks,
  blank,
  evidence,
  subject,
  pastImport,
  inbox,
  task,
  dossiers,
  wizard,
  paperEntry,
  dossier,
  rounds,
  clusters,
  clusterMeeting,
  delegations,
  round,
  session,
  sessionPlan,
  funds,
  law,
  matrix,
  calendar,
  definitions,
  definition,
  compareVersions,
  whatIf,
  setupSteps,
  administration,
  organisations,
  merger,
  organisation,
  people,
  rosters,
  allDelegations,
  account,
  registerTables,
  incidents,
  incident,
  matter,
  queues,
  audit,
];

export const router = createRouter({
  routeTree: root.addChildren([
    home,
    signIn,
    firstSetup,
    activate,
    verify,
    verifyFile,
    nomineeReport,
    publicNotice,
    frame.addChildren(pages),
  ]),
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
