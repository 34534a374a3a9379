import type { Handlers } from '../handler';
import { allotFund, recordPayment } from './keep-funds';
import { awardFund, awardFunds, payList, rewardBudget } from './read-funds';

export const MONEY_HANDLERS = { awardFunds, awardFund, allotFund, payList, recordPayment, rewardBudget } satisfies Partial<Handlers>;
