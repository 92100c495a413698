/** Declarations of employment as the Belgian social security writes them: XML in triplets of files over SFTP, in and out, with replies. */
@NullMarked
package eu.estafette.connector.dimona;

import org.jspecify.annotations.NullMarked;
