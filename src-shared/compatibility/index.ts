export {
  BootSignerSchema,
  StickAbilitiesSchema,
  type BootSigner,
  type StickAbilities,
} from './abilities';
export {
  ComputerClassSchema,
  computerClasses,
  computerNames,
  type ComputerClass,
} from './computers';
export {
  PredictionSchema,
  predictStarts,
  StartsSchema,
  type Prediction,
  type Starts,
} from './predict';
export { RULES, RuleIdSchema, ruleOf, type Rule, type RuleId } from './rules';
