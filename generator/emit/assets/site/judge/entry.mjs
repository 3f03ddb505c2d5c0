// Two libraries for `check.js`, put together by `rebuild`.
import { Validator } from '@cfworker/json-schema'
import { parseTree, printParseErrorCode } from 'jsonc-parser'

window.stipulaJudge = { Validator, parseTree, printParseErrorCode }
