import { Allotment, FundBalanceView, FundList, FundView, Payment, PaymentRecorded, RewardBudget } from './money';
import { route } from './route';

/** Award funds: what was allotted, what drafts hold, what decisions owe, what was paid and came back. */
export const MONEY_ROUTES = {
  awardFunds: route({
    method: 'GET',
    path: '/award-funds',
    summary: 'Quỹ khen thưởng của cơ quan',
    policy: 'signed-in',
    answer: FundList,
    errors: [],
  }),
  awardFund: route({
    method: 'GET',
    path: '/award-funds/{orgId}/{year}',
    summary: 'Sổ quỹ khen thưởng một năm',
    policy: 'fund-body',
    answer: FundView,
    errors: ['not-found'],
  }),
  allotFund: route({
    method: 'POST',
    path: '/award-funds/{orgId}/{year}/allotments',
    summary: 'Giao dự toán quỹ khen thưởng',
    policy: 'fund-keeper',
    body: Allotment,
    answer: FundBalanceView,
    errors: ['not-found', 'forbidden', 'fund-state'],
  }),
  payList: route({
    method: 'GET',
    path: '/award-funds/{orgId}/{year}/pay-list',
    summary: 'Bảng chi tiền thưởng (Excel)',
    policy: 'fund-body',
    answer: 'xlsx',
    errors: ['not-found'],
  }),
  recordPayment: route({
    method: 'POST',
    path: '/award-funds/{orgId}/{year}/payments',
    summary: 'Ghi nhận chi tiền thưởng',
    policy: 'fund-keeper',
    body: Payment,
    answer: PaymentRecorded,
    errors: ['not-found', 'forbidden', 'fund-state'],
  }),
  rewardBudget: route({
    method: 'GET',
    path: '/review-rounds/{id}/reward-budget',
    summary: 'Quỹ còn lại trước khi ký quyết định',
    policy: 'round-party',
    answer: RewardBudget,
    errors: ['not-found'],
  }),
} as const;
