/// WhatsApp Cloud API.
@NullMarked
package baton.channels.whatsapp;

import org.jspecify.annotations.NullMarked;
