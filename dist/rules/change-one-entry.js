import {plugins} from '../remark.js'
export default plugins['change-one-entry']
