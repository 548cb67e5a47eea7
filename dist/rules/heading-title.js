import {plugins} from '../remark.js'
export default plugins['heading-title']
